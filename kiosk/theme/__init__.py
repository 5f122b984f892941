"""Design tokens: colours per contrast mode and sizes in millimetres; no Qt."""
