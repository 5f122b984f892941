"""Loaded words that may be used for a reason; every other one has to go (neutrality N28).

Whole findings are held against these patterns. What can be a fact about how help is given may stay
where somebody says why and a second person agrees; rank, promises and pressure may not.
"""

NORWEGIAN = (
    r"toppkvalitet|førsteklasses|i toppklasse|(?:aller )?(?:høyeste|høgaste|høy|høg|god) kvalitet",
    r"(?:helt|heilt) (?:sikker|trygg)(?:t|e)?",
    r"alle (?:våre ansatte|dei tilsette våre|våre tilsette)",
    r"trygg(?:t|e)? og god(?:t|e)?|god(?:t|e)? og trygg(?:t|e)?|(?:trygghet|tryggleik) for deg",
    r"(?:trygghet i hverdagen|tryggleik i kvardagen)|skaper (?:trygghet|tryggleik)",
    r"gode? (?:hjelp|omsorg|service|pleie|tid|tjenester|tenester|opplevelser|opplevingar)",
    r"godt (?:tilbud|tilbod|stell|miljø)",
    r"(?:godt|høyt|høgt) (?:kvalifiserte?|utdannet|utdannede|utdanna)",
    r"fleksib(?:el|elt|le)|fleksibilitet",
    r"skr(?:edder|eddar)sy(?:dd|dde|r)",
    r"moderne|innovativ(?:t|e)?|nyskap(?:ende|ande)|fremtidsrette(?:t|de)|framtidsretta",
    r"solide?|seriøs(?:t|e)?|pålite(?:lig|leg)e?|til å lite på|punkt(?:lig|leg)e?",
    r"(?:kjent|kjend|kjende) for|aner(?:kjent|kjend)e?|velrenommert|godt omdømme",
    r"effektiv(?:t|e)?",
    r"verdige? og gode?|gode hender|i trygge hender",
    r"tillitsfull(?:t|e)?|(?:stole?|lite?) på oss",
    r"det (?:lille|vesle) ekstra|den (?:lille forskjellen|vesle skilnaden)|ekstra mil(?:en)?",
    r"(?:(?:fornøyde?) (?:brukere|kunder)|(?:for)?nøgde? (?:brukarar|kundar))",
    r"(?:hygge|kose|trive|venn|ven)(?:lig|leg)e?|blide?|imøtekom(?:mende|ande)|snille?",
    r"dessverre|heldigvis|diverre",
    r"folk flest|(?:folk|mange|andre) som deg",
    r"(?:mer|meir) (?:tid|omsorg) (?:til|for) (?:deg|hver|kvar)|ekstra (?:omsorg|trygghet|tryggleik)",
    r"(?:lider av|lid av)|bund(?:et|en) til rullestol(?:en)?|rullestolbund(?:et|en|ne)|dement(?:e)?",
    r"koselige? gamle|koselege? gamle|våre(?: kjære)? eldre|kjære eldre|dei eldre våre",
    r"\w+ ?\?",
)

ENGLISH = (
    r"(?:high(?:est)?|good|great)[ -]quality|first[ -]class",
    r"completely (?:safe|sure)|all (?:of )?our (?:employees|staff|helpers)",
    r"(?:well|highly)[ -](?:qualified|trained)",
    r"friendly|welcoming|cheerful|helpful|pleasant|kind",
    r"safe and (?:good|secure)|peace of mind|good (?:help|care|service|hands)|safe hands",
    r"flexible|flexibility|tailor[ -]?made|tailored",
    r"modern|innovative|forward[ -]looking",
    r"reliable|trustworthy|dependable|punctual|efficient",
    r"known for|well[ -]respected|reputable",
    r"trust us|the extra mile|that little extra|(?:satisfied|happy) (?:users|customers|clients)",
    r"unfortunately|fortunately|luckily|people like you",
    r"(?:more|extra) (?:time|care) for you",
    r"suffer(?:s|ing)? from|wheelchair[ -]bound|(?:bound|confined) to a wheelchair|demented",
    r"\w+ ?\?",
)
