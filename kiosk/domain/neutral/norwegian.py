"""Loaded words of bokmål and nynorsk.

Both lists are looked for in texts of either form: people write words of one in the other, and no word
of one list is a harmless word of the other form. The words are our own list and wait for an editor.
"""

from types import MappingProxyType

from kiosk.domain.neutral.kinds import Loaded, Phrases

_OTHERS_NB = r"(?:de )?(?:andre|øvrige|fleste)|konkurrent\w*|kommunen|hos andre|noen andre"
_OTHERS_NN = r"(?:dei )?(?:andre|øvrige|fleste)|konkurrent\w*|kommunen|hos andre|nokon andre"

BOKMAL: Phrases = MappingProxyType(
    {
        Loaded.RANK: (
            r"(?:aller )?beste?",
            r"størst(?:e)?",
            r"(?:markeds|bransje|verdens)?ledende",
            r"nummer (?:én|en)",
            r"(?:er|som) (?:nummer|nr\.?) ?1",
            r"fremste?|fremragende|enestående|uovertruffen|uovertruffet|uslåelig(?:e)?",
            r"unik(?:t|e)?",
            r"optimal(?:t|e)?|perfekte?|ideelle? (?:valg|løsning)\w*",
            r"flest|mest",
            r"(?:rask|billig|rimelig|trygg|flink|dyktig|hyggelig|vennlig|snill|kjapp|fin)est(?:e)?",
            r"(?:enkl|sikr|varm)est(?:e)?",
            r"toppkvalitet|førsteklasses|i toppklasse|i særklasse|på topp|topp (?:service|kvalitet)",
            r"(?:høyeste|høy|god) kvalitet",
            r"prisvinnende|kåret til",
        ),
        Loaded.PROMISE: (
            r"alltid|aldri",
            r"garanter(?:er|t|e|te)|(?:\w+)?garanti(?:en|er)?",
            r"(?:100 ?(?:%|prosent)|hundre prosent)(?! (?:stilling|av|for))",
            r"helt (?:sikker|trygg)(?:t|e)?",
            r"uten unntak|i alle tilfeller",
            r"alle våre ansatte",
            r"når som helst|døgnet rundt",
        ),
        Loaded.PRAISE: (
            r"kvalitetsbevisste?",
            r"profesjonell(?:t|e)?|profesjonalitet",
            r"dyktige?|flinke?|kompetente?|motiverte?",
            r"(?:godt|høyt) (?:kvalifiserte?|utdann(?:et|ede))",
            r"erfar(?:en|ne)|(?:lang|bred|solid|mange års) erfaring|(?:høy|solid|bred) kompetanse",
            r"engasjerte?|dedikerte?|serviceinnstilte?|løsningsorienterte?",
            r"omsorgsfull(?:t|e)?|omtenksom(?:t|me)?|kjærlige?|hjelpsom(?:t|me)?",
            r"hjertevarm(?:t|e)?|med hjertet?|varmt hjerte|varme hender|brenner for",
            r"hyggelige?|koselige?|trivelige?|blide?|vennlige?|imøtekommende|snille?",
            r"fantastiske?|utmerke(?:t|de)|strålende|ypperlige?|flotte?|suveren(?:t|e)?|super",
            r"trygg(?:t|e)? og god(?:t|e)?|god(?:t|e)? og trygg(?:t|e)?",
            r"trygghet (?:for deg|i hverdagen)|skaper trygghet",
            r"gode? (?:hjelp|hjelpere|hender|omsorg|service|pleie|tjenester|opplevelser|tid)",
            r"godt (?:tilbud|stell|miljø)",
            r"fleksib(?:el|elt|le)|fleksibilitet",
            r"skreddersy(?:dd|dde|r)",
            r"moderne|innovativ(?:t|e)?|nyskapende|fremtidsrette(?:t|de)",
            r"solide?|seriøs(?:t|e)?|pålitelige?|punktlige?",
            r"kjent for|anerkjente?|velrenommert|godt omdømme",
            r"effektiv(?:t|e)?",
            r"verdige? og gode?|gode hender|i trygge hender",
            r"tillitsfull(?:t|e)?|stole? på oss",
            r"det lille ekstra|den lille forskjellen|ekstra mil(?:en)?",
            r"fornøyde? (?:brukere|kunder)|fornøydgaranti",
            r"stolte? (?:av|over)",
        ),
        Loaded.PRESSURE: (
            r"anbefal(?:er|t|te|es|ing|inger|ingen)?|vi råder",
            r"(?:de fleste|mange|flere og flere) velger|populær(?:t|e)?|(?:mest|oftest) valgt",
            r"det (?:naturlige|riktige|rette|trygge|smarte|gode|opplagte|sikre) valget",
            r"(?:riktig|trygt|smart|godt|naturlig|sikkert) valg",
            r"standardvalg(?:et)?|normalvalg|vanlig(?:e)? løsning(?:en)?",
            r"slipper (?:du )?å velge|enklest (?:å ikke|å la være)",
            r"velg oss|velg (?-i:[A-ZÆØÅ])\w+ (?:nå|i dag)",
            r"(?:bestill|ring|kontakt oss|ta kontakt|meld deg|bytt) (?:nå|i dag)",
            r"skynd deg|begrenset antall|før det er for sent|siste (?:sjanse|frist for å sikre)",
            r"ikke gå glipp av",
            r"du (?:må|bør) velge|du risikerer",
            r"dessverre|heldigvis",
            r"folk flest|(?:folk|mange|andre) som deg",
        ),
        Loaded.COMPARISON: (
            r"bedre",
            rf"\w+ enn (?:{_OTHERS_NB})",
            r"(?:i motsetning|til forskjell) (?:til|fra) (?:de |mange )?(?:andre|kommunen)",
            r"ulikt? (?:de |mange )?andre",
            r"andre (?:har|tilbyr|gir) ikke",
            r"(?:bare|kun) (?:vi|hos oss)|eneste (?:som|leverandør|selskap|i byen)\w*",
            r"mer (?:tid|omsorg) (?:til|for) (?:deg|hver)|ekstra (?:omsorg|trygghet|god|godt|gode)",
            r"(?:landets|kommunens|byens|fylkets|distriktets) (?:eldste|første|nyeste)",
        ),
        Loaded.VAGUE: (
            r"mange|en rekke|bredt spekter|(?:et )?stort utvalg",
            r"raskt?|raske (?:svar|besøk)|rask(?:e)? (?:respons|hjelp|svar)",
            r"snarest|så fort som mulig|på kort varsel|kort (?:tid|ventetid)",
        ),
        Loaded.OWNER: (
            r"velferdsprofitør\w*|profittjeger\w*",
            r"(?:offentlige?|kommunal(?:t|e)) monopol(?:et)?|byråkrati\w*",
            r"vår egen (?:hjemme)?tjeneste|vårt eget tilbud",
            r"alternative? leverandør(?:er)?|andre leverandører enn oss",
            r"lokal(?:t|e)? og trygg(?:t|e)?|norskeide?|familieeide?",
            r"bekymringsfri(?:tt|e)?|uten bekymring(?:er)?",
        ),
        Loaded.READER: (
            r"eldrebølge(?:n)?|gamle og syke|de svake|pleietrengende",
            r"lider av|bundet til rullestol(?:en)?|rullestolbund(?:et|ne)|dement(?:e)?",
            r"(?:våre|kjære)(?: kjære)? eldre|koselige? gamle",
        ),
        Loaded.FIRST_PERSON: (r"vi|oss|vår(?:t|e|es)?",),
    }
)

NYNORSK: Phrases = MappingProxyType(
    {
        Loaded.RANK: (
            r"(?:marknads|bransje|verds)?leiande",
            r"nummer (?:éin|ein)",
            r"framifrå|eineståande|uovertruffen|uslåeleg(?:e)?|særeigen",
            r"(?:rask|snøgg|billeg|rimeleg|trygg|flink|dyktig|hyggeleg|venleg|snill)ast(?:e)?",
            r"(?:enkl|sikr|varm|fin)ast(?:e)?",
            r"(?:høgaste|høg|god) kvalitet",
            r"prisvinnande|kåra til",
        ),
        Loaded.PROMISE: (
            r"heilt (?:sikker|trygg)(?:t|e)?",
            r"utan unntak|i alle tilfelle",
            r"alle (?:dei tilsette våre|våre tilsette)",
        ),
        Loaded.PRAISE: (
            r"kvalitetsmedvi(?:ten|tne)",
            r"dugande",
            r"(?:godt|høgt) (?:kvalifiserte?|utdanna)",
            r"(?:brei|mange års) erfaring|(?:høg|brei) kompetanse",
            r"serviceinnstilte?|løysingsorienterte?",
            r"omtenksam(?:t|e)?|kjærlege?|hjelpsam(?:t|e)?",
            r"hjartevarm(?:t|e)?|med hjartet?|varmt hjarte|brenn for",
            r"hyggelege?|koselege?|trivelege?|venlege?|imøtekomande",
            r"utmerka|strålande|ypparlege?",
            r"tryggleik (?:for deg|i kvardagen)|skaper tryggleik",
            r"gode? (?:hjelparar|tenester|opplevingar)",
            r"godt tilbod",
            r"skreddarsy(?:dd|dde|r)",
            r"nyskapande|framtidsretta",
            r"påliteleg(?:e)?|til å lite på|punktleg(?:e)?",
            r"kjend(?:e)? for|anerkjend(?:e)?",
            r"verdige? og gode?",
            r"lite? på oss",
            r"det vesle ekstra|den vesle skilnaden",
            r"(?:for)?nøgde? (?:brukarar|kundar)",
        ),
        Loaded.PRESSURE: (
            r"tilrå(?:r|dd|dde|ding|dingar|dinga)?|(?:vi|me) rår",
            r"(?:dei fleste|mange|fleire og fleire) vel|(?:mest|oftast) vald",
            r"det (?:naturlege|rette|trygge|smarte|gode|opplagde|sikre) valet",
            r"(?:rett|trygt|smart|godt|naturleg|sikkert) val",
            r"standardval(?:et)?|normalval|vanleg(?:e)? løysing(?:a)?",
            r"slepp (?:du )?å velje|enklast (?:å ikkje|å la vere)",
            r"vel oss|vel (?-i:[A-ZÆØÅ])\w+ (?:no|i dag)",
            r"(?:bestill|ring|kontakt oss|ta kontakt|meld deg|byt) (?:no|i dag)",
            r"skund deg|avgrensa tal|før det er for seint|siste (?:sjanse|frist for å sikre)",
            r"ikkje gå glipp av",
            r"du (?:må|bør) velje",
            r"diverre",
        ),
        Loaded.COMPARISON: (
            r"betre",
            rf"\w+ enn (?:{_OTHERS_NN})",
            r"(?:i motsetnad|til skilnad) (?:til|frå) (?:dei |mange )?(?:andre|kommunen)",
            r"ulikt? (?:dei |mange )?andre",
            r"andre (?:har|tilbyr|gir|gjev) ikkje",
            r"berre (?:vi|me|hos oss)|einaste (?:som|leverandør|selskap|i byen)\w*",
            r"meir (?:tid|omsorg) (?:til|for) (?:deg|kvar)|ekstra (?:omsorg|tryggleik|god|godt)",
            r"(?:landets|kommunens|byens|fylkets) (?:nyaste)",
        ),
        Loaded.VAGUE: (
            r"ei rekkje|ei rekke|breitt spekter|(?:eit )?stort utval",
            r"snøgt?|rask(?:e)? (?:hjelp|svar)|snøgge? (?:respons|hjelp|svar)",
            r"snarast|så fort som mogleg|så snart som mogleg|på kort varsel",
        ),
        Loaded.OWNER: (
            r"(?:offentlege?) monopol(?:et)?",
            r"vår eigen (?:heime)?teneste|vårt eige tilbod",
            r"alternative? leverandør(?:ar)?|andre leverandørar enn oss",
            r"norskeigde?|familieeigde?",
            r"utan (?:uro|bekymring(?:ar)?)",
        ),
        Loaded.READER: (
            r"eldrebølgj(?:e|a)|gamle og sjuke|dei svake|pleietrengande",
            r"lid av|bunden til rullestol(?:en)?|rullestolbund(?:en|ne)",
            r"dei eldre våre|koselege? gamle",
        ),
        Loaded.FIRST_PERSON: (r"(?-i:[Mm]e)",),
    }
)

HARMLESS = (
    # No recommendation is what has to be said.
    r"(?:ikke|ikkje|ingen|inga) (?:en |ei |ein )?(?:anbefaling|tilråding)\w*",
    r"(?:anbefaler|tilrår|råder|rår)(?: deg)? (?:ikke|ikkje|ingen|verken)",
    r"(?:ikke|ikkje|aldri) (?:anbefale|tilrå)\w*",
    r"(?:ikke|ikkje) (?:alltid|garanter\w+)|(?:ingen|inga) garanti",
    r"garanter(?:er|e) (?:ikke|ikkje|ingen)",
    # What the law calls so.
    r"(?:barnets|barnas|borna sitt|barnet sitt) beste",
    r"i beste fall|best før|først og fremst",
    r"(?:i )?(?:størst|mest|flest) (?:mulig|mogleg)e?(?: grad)?",
    # A post, not a rank.
    r"(?:ledende|leiande) (?:sykepleier|sjukepleiar|lege|vernepleier|vernepleiar|spesialist)\w*",
    r"(?:bli|blir|ble|blitt|vart|føler|kjenner) (?:deg |seg |seg selv |seg sjølv )?(?:bedre|betre)",
    r"(?:gå|går|høre|hører|høyrer|se|ser|sjå|sove|spise|puste|forstå) (?:bedre|betre)",
    r"(?:andre|annen|annet|anna|annan|ingen|ikke|ikkje) enn (?:kommunen|andre)",
    r"(?:hvor|kor|så|for|like|altfor|hvor så) mange",
    r"(?:vennlig|venleg|beste?) (?:hilsen|helsing)|i god tid",
    # Spring.
    r"(?:våren|vår og (?:sommer|sommar|høst|haust)|(?:høst|haust) og vår|vår \d{4}|(?:hver|kvar) vår)",
    r"rask psykisk \w+",
    r"kjent for (?:brukeren|deg|hjelperne)|kjend for (?:brukaren|deg|hjelparane)",
)
"""What holds a loaded word and is none."""
