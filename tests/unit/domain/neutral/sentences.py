"""Sentences about home care: neutral ones that look loaded, and loaded ones of every kind."""

from collections.abc import Mapping

from kiosk.domain.language import Language
from kiosk.domain.neutral.kinds import Loaded

NB, NN, EN = Language.BOKMAL, Language.NYNORSK, Language.ENGLISH

HARMLESS: Mapping[Language, tuple[str, ...]] = {
    NB: (
        "Bestemor og bestefar kan være med når du bestiller og bestemmer.",
        "Leverandøren har 42 ansatte, og flere enn 20 har fagbrev.",
        "Ledende sykepleier har kontor i Storgata 1.",
        "Barnets beste står i loven.",
        "Du bestemmer først og fremst selv.",
        "Hjelperne bruker i størst mulig grad sykkel.",
        "Selskapet har 100 prosent stilling til en vernepleier.",
        "Vakttelefonen svarer ikke alltid samme dag.",
        "Kontoret er lukket i juli. Våren og høsten er det åpent.",
        "Stiftelsen er ideell. Overskuddet går til arbeidet for eldre.",
        "Trygghetsalarm er en egen tjeneste.",
        "Hvor mange timer du får, står i vedtaket.",
        "Du kan velge en leverandør, la være å velge, eller bytte senere.",
        "Leverandøren er godkjent av kommunen og har avtale til 2029.",
        "Hjelperne snakker norsk, polsk og nordsamisk.",
        "Andre enn kommunen kan lage middag, men ikke gi medisin.",
        "En ny hjelper er først med på et besøk.",
        "Det er ikke en anbefaling.",
        "Virksomheten ble startet i 1998 og er eid av de 15 som arbeider der.",
        "Hjelperen ringer minst 20 minutter før et besøk som blir forsinket.",
        "Brukeren får den samme hjelperen om morgenen og en annen om kvelden.",
        "Selskapet kan ikke gi hjelp om natten. Da kommer hjemmetjenesten.",
        "Du kan be om kvinne eller mann til dusj og stell.",
        "Bygget har heis, og ledsager kan være med.",
        "Kontoret bruker TV, SMS og GPS. BPA gis ikke.",
        "EKSEMPEL hjemmehjelp AS ligger i EKSEMPEL kommune.",
        "Leverandøren måler hver vår og høst hvor lenge besøkene varer.",
        "Når du blir bedre, kan planen endres. Hjelperen øver til du går bedre.",
        "Si fra i god tid når du trenger mer hjelp enn vanlig.",
        "Det eneste hjelperne ikke gjør, er å klippe gress.",
        "Brukeren kan kjøpe mer tid og ekstra tid til handling.",
        "Hjelperne har kurs om ME. De fleste har fagbrev.",
        "Om vår og sommer kan turen gå ute.",
        "Hjelperne viser legitimasjon og er kjent for brukeren før de kommer alene.",
    ),
    NN: (
        "Besteforeldre kan vere med når du tinger og bestemmer.",
        "Leverandøren har 42 tilsette, og fleire enn 20 har fagbrev.",
        "Leiande sjukepleiar har kontor i Storgata 1.",
        "Du bestemmer først og fremst sjølv.",
        "Vakttelefonen svarer ikkje alltid same dag.",
        "Stiftinga er ideell. Overskotet går til arbeidet for eldre.",
        "Kor mange timar du får, står i vedtaket.",
        "Du kan velje ein leverandør, la vere å velje, eller byte seinare.",
        "Det er ikkje ei tilråding.",
        "Hjelparane snakkar norsk, polsk og nordsamisk.",
        "Ein ny hjelpar er først med på eit besøk.",
        "Andre enn kommunen kan lage middag.",
        "Selskapet kan ikkje gi hjelp om natta. Då kjem heimetenesta.",
        "Når du blir betre, kan planen endrast.",
        "Kvar vår og haust måler leverandøren kor lenge besøka varer.",
        "I størst mogleg grad kjem den same hjelparen.",
    ),
    EN: (
        "The provider has 42 employees; more than 20 have a trade certificate.",
        "The leading nurse has an office in Storgata 1.",
        "Each user has a fixed group of six helpers.",
        "The best interests of the child are in the law.",
        "How many hours you get is in the decision.",
        "The plan changes when you get better.",
        "It is not a recommendation.",
        "The company was founded in 1998 and is owned by those who work there.",
        "The telephone is not always answered on the same day.",
        "The helpers speak Norwegian, Polish and Sámi. US citizens are asked nothing more.",
        "What kind of help you get is decided by the municipality.",
        "Most of the work is done between 8 and 15.",
        "A health professional comes when somebody has a serious illness.",
        "The helper prepares solid food. This kind of help is part of caring for the home.",
        "The helper calls 20 minutes before a visit that is late.",
        "Professional secrecy binds everybody who works there.",
    ),
}

LOADED: Mapping[Language, Mapping[Loaded, tuple[str, ...]]] = {
    NB: {
        Loaded.RANK: (
            "Den aller beste hjelpen.", "Selskapet er størst i fylket.", "Markedsledende på omsorg.",
            "Kåret til årets bedrift.", "Nummer én i Eksempelvik.", "Tryggest og rimeligst.",
            "En unik hverdag.", "Hjelp av høy kvalitet.", "Flest fornøyde.",
        ),
        Loaded.PROMISE: (
            "Hjelperen kommer alltid i tide.", "Selskapet garanterer samme hjelper.",
            "Hjelp døgnet rundt, når som helst.", "100 prosent innsats.", "Aldri en fremmed i huset.",
        ),
        Loaded.PRAISE: (
            "Dyktige og engasjerte hjelpere.", "Profesjonelle ansatte med lang erfaring.",
            "Omsorgsfull pleie med hjertet.", "Skreddersydd og fleksibelt.", "Det lille ekstra.",
            "En moderne og pålitelig leverandør.", "Blide og hyggelige hjelpere.", "God omsorg.",
            "Hjemmehjelp du kan stole på oss for.", "Fornøyde brukere.",
        ),
        Loaded.PRESSURE: (
            "De fleste velger selskapet.", "Det naturlige valget.", "Velg oss.", "Bestill nå.",
            "Skynd deg, begrenset antall plasser.", "Du bør velge i dag.", "Legen anbefaler selskapet.",
            "Populær i hele fylket.", "Velg Nordvik i dag.", "Dessverre velger ikke alle.",
        ),
        Loaded.COMPARISON: (
            "Bedre enn de andre.", "Raskere enn kommunen.", "Ulikt andre har selskapet tid.",
            "I motsetning til kommunen.", "Bare hos oss.", "Den eneste som kommer.", "Mer tid til deg.",
        ),
        Loaded.VAGUE: ("Et bredt spekter.", "Hjelp på kort varsel.", "Mange av hjelperne."),
        Loaded.OWNER: ("Norskeid og lokal.", "Velferdsprofitører.", "En alternativ leverandør."),
        Loaded.READER: ("For gamle og syke.", "Pleietrengende.", "Våre kjære eldre."),
        Loaded.FIRST_PERSON: ("Vi kommer hjem til deg.", "Ring oss.", "Våre hjelpere."),
        Loaded.SHOUT: ("Velkommen!", "VELKOMMEN til selskapet.", "Trenger du hjelp?", "Hjelp ★"),
        Loaded.LINK: ("Les mer på www.lind.example", "https://lind.example"),
    },
    NN: {
        Loaded.RANK: ("Marknadsleiande på omsorg.", "Kåra til årets bedrift.", "Tryggast og rimelegast."),
        Loaded.PROMISE: ("Utan unntak same hjelpar.", "Hjelparen kjem alltid i tide."),
        Loaded.PRAISE: (
            "Dugande og kjærlege hjelparar.", "Skreddarsydd hjelp.", "Det vesle ekstra.",
            "Ein påliteleg leverandør.", "Venlege hjelparar.", "Nøgde brukarar.",
        ),
        Loaded.PRESSURE: (
            "Dei fleste vel selskapet.", "Det rette valet.", "Vel oss.", "Du bør velje i dag.",
            "Selskapet er tilrådd.", "Skund deg.",
        ),
        Loaded.COMPARISON: ("Betre enn dei andre.", "Meir tid til deg.", "I motsetnad til kommunen."),
        Loaded.VAGUE: ("Ei rekkje tenester.", "Snøgg respons.", "Så fort som mogleg."),
        Loaded.OWNER: ("Norskeigd og familieeigd.",),
        Loaded.READER: ("For gamle og sjuke.", "Pleietrengande."),
        Loaded.FIRST_PERSON: ("Me kjem heim til deg.", "Ring oss."),
        Loaded.SHOUT: ("Velkomen!",),
    },
    EN: {
        Loaded.RANK: ("The best help.", "A market-leading company.", "Award-winning care.", "A unique team."),
        Loaded.PROMISE: ("The helper is always on time.", "Guaranteed the same helper.", "Never late."),
        Loaded.PRAISE: ("Skilled, caring helpers.", "Tailor-made help.", "Professional and experienced."),
        Loaded.PRESSURE: ("Most people choose the company.", "Call now.", "The right choice.", "Popular."),
        Loaded.COMPARISON: ("Better than the others.", "Faster than the municipality.", "Unlike others."),
        Loaded.VAGUE: ("A wide range of help.", "Help at short notice."),
        Loaded.OWNER: ("A family-owned company.",),
        Loaded.READER: ("For the frail.", "People who suffer from dementia."),
        Loaded.FIRST_PERSON: ("We come to your home.", "Call us.", "Our helpers."),
        Loaded.SHOUT: ("Welcome!", "Do you need help?"),
    },
}  # fmt: skip

MUNICIPAL: Mapping[Language, tuple[str, ...]] = {
    NB: (
        "Hvem skal hjelpe deg? Du kan alltid ringe oss.",
        "Vi svarer raskt. Du vet best hva du trenger.",
        "Du kan velge, eller la være å velge. Det er ikke en anbefaling.",
        "Mange ringer mandag morgen. Da kan du vente lenge.",
        "Du må bestemme deg innen fristen hvis du vil velge selv.",
        "Har du spørsmål? Spør oss gjerne.",
    ),
    NN: (
        "Kven skal hjelpe deg? Du kan alltid ringje oss.",
        "Me svarer snøgt. Du veit best kva du treng.",
        "Du kan velje, eller la vere å velje. Det er ikkje ei tilråding.",
    ),
    EN: (
        "Who shall help you? You can always call us.",
        "You know best what you need. We answer quickly.",
        "You can choose, or not choose. It is not a recommendation.",
    ),
}
