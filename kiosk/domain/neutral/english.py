"""Loaded words of English."""

from types import MappingProxyType

from kiosk.domain.neutral.kinds import Loaded, Phrases

_OTHERS = r"(?:the )?(?:others?|other providers|rest|competit\w+|municipality|anyone)"

ENGLISH: Phrases = MappingProxyType(
    {
        Loaded.RANK: (
            r"(?:very )?best|finest|greatest|largest|biggest|fastest|quickest|cheapest|safest",
            r"friendliest|kindest|easiest|simplest|warmest",
            r"(?:the|our) most \w+",
            r"(?:market[ -]|industry[ -]|world[ -])?leading(?! to\b| nurse| doctor)",
            r"number one|(?:is|are) (?:number|no\.?) ?1",
            r"top[ -](?:rated|quality|class)|first[ -]class|world[ -]class|second to none",
            r"unique|unrivalled|unmatched|unbeatable|outstanding|exceptional|excellent|superb",
            r"perfect|ideal|optimal",
            r"(?:high(?:est)?|good|great|superior)[ -]quality",
            r"award[ -]winning",
        ),
        Loaded.PROMISE: (
            r"always|never",
            r"guarantee(?:s|d)?",
            r"(?:100 ?(?:%|per cent|percent)|a hundred per ?cent)(?! (?:of|position|post))",
            r"completely (?:safe|sure)|without exception|in every case",
            r"all (?:of )?our (?:employees|staff|helpers)",
            r"any time|at any hour|around the clock|24/7",
        ),
        Loaded.PRAISE: (
            r"quality[ -]conscious|professional(?:ly|ism)?",
            r"skilled|skilful|competent|talented|motivated|highly (?:qualified|trained)",
            r"well[ -](?:qualified|trained)",
            r"experienced|(?:long|extensive|vast|broad|years of) experience",
            r"dedicated|committed|passionate|devoted",
            r"caring|compassionate|loving|kind|warm[ -]hearted|thoughtful|considerate|heartfelt",
            r"friendly|welcoming|cheerful|helpful|pleasant|lovely",
            r"fantastic|wonderful|brilliant|amazing|great|superb|splendid",
            r"safe and (?:good|secure)|peace of mind",
            r"good (?:help|helpers|care|service|hands)|safe hands",
            r"flexible|flexibility|tailor[ -]?made|tailored",
            r"modern|innovative|cutting[ -]edge|state[ -]of[ -]the[ -]art|forward[ -]looking",
            r"reliable|trustworthy|dependable|punctual",
            r"known for|renowned|well[ -]respected|reputable|efficient",
            r"trust us|the extra mile|that little extra",
            r"(?:satisfied|happy) (?:users|customers|clients)|proud of",
        ),
        Loaded.PRESSURE: (
            r"recommend(?:s|ed|ation|ations)?|we advise",
            r"most people (?:choose|pick)|many (?:people )?choose|popular|most chosen",
            r"the (?:natural|right|safe|smart|good|obvious) choice",
            r"a (?:natural|right|safe|smart|good) choice",
            r"(?:default|standard|usual|normal) (?:choice|option)",
            r"(?:need|have) not choose|do not have to bother|easiest not to",
            r"choose us|choose (?-i:[A-Z])\w+ (?:now|today)",
            r"(?:order|call|contact us|book|switch) (?:now|today)",
            r"hurry|limited (?:number|places)|before it is too late|last chance|do not miss",
            r"you (?:must|should) choose|you risk",
            r"unfortunately|fortunately|luckily",
            r"people like you",
        ),
        Loaded.COMPARISON: (
            r"better",
            rf"\w+ than {_OTHERS}",
            r"(?:unlike|in contrast to) (?:the )?(?:others?|other \w+|the municipality|many)",
            r"others (?:do not|don't|cannot)",
            r"only (?:we|with us)|the only (?:one|provider|company)\b(?: that)?",
            r"(?:more|extra) (?:time|care) (?:than|for you)",
        ),
        Loaded.VAGUE: (
            r"many|numerous|a (?:wide|broad|large) (?:range|selection|variety)",
            r"quickly|rapidly|promptly|swiftly|as soon as possible|(?:at|on) short notice",
            r"(?:quick|rapid|prompt|fast) (?:help|response|answers?)",
        ),
        Loaded.OWNER: (
            r"profiteer\w*|public monopoly|municipal monopoly|bureaucra\w+",
            r"our own (?:home[ -])?(?:care )?service",
            r"alternative providers?|family[ -]owned|norwegian[ -]owned|local and safe",
            r"worry[ -]free|without (?:any )?worr(?:y|ies)",
        ),
        Loaded.READER: (
            r"old and sick|the (?:weak|frail|elderly)|our (?:dear |beloved )?elderly",
            r"suffer(?:s|ing)? from|wheelchair[ -]bound|(?:bound|confined) to a wheelchair|demented",
        ),
        Loaded.FIRST_PERSON: (r"(?-i:[Ww]e|us|[Oo]ur|[Oo]urs)",),
    }
)

HARMLESS = (
    r"(?:not|no) (?:a |any )?recommend\w*",
    r"recommends? (?:no|none|neither|nobody)",
    r"not (?:always|guarantee\w*)|no guarantee|(?:not|no) better",
    r"best interests?|best before|at best|best wishes|kind regards",
    r"(?:get|gets|getting|feel|feels|become|becomes) better",
    r"how many|too many|so many|as many|many thanks",
    r"(?:this|that|any|what|which|same|every|each|some|one|first) kind|kind of|caring for",
    r"(?:health|care|nursing) professional|in good time|Great Britain",
    r"professional (?:secrecy|confidentiality|titles?|licences?|qualifications?)",
    r"other than (?:the )?(?:others?|municipality)",
    r"(?:is|are) known for certain|great[ -]grand\w+",
)
"""What holds a loaded word and is none."""
