"""Pure values and rules of fritt brukervalg; standard library only, no clock and no files."""
