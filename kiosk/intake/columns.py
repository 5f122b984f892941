"""The headings that case systems give the columns of a case list."""

from collections.abc import Mapping
from types import MappingProxyType

from kiosk.app.list_columns import Column
from kiosk.intake.spelling import by_spelling, key

NAMES = frozenset(
    {
        Column.NAME,
        Column.NAME_FAMILY_FIRST,
        Column.GIVEN_NAME,
        Column.MIDDLE_NAME,
        Column.FAMILY_NAME,
    }
)
ADDRESSES = frozenset(
    {
        Column.ADDRESS,
        Column.POSTCODE,
        Column.TOWN,
        Column.POST_ADDRESS,
        Column.POST_POSTCODE,
        Column.POST_TOWN,
    }
)
DAYS = (
    Column.BIRTH_DATE,
    Column.DECIDED_ON,
    Column.PROVIDER_SINCE,
    Column.REPLY_BY,
    Column.CLOSED_ON,
)

_SPELLINGS: Mapping[Column, str] = MappingProxyType(
    {
        Column.CASE_NUMBER: "Saksnr, Sak, Sak nr, Sak nummer, Saks-ID, Sak-ID, Saksreferanse,"
        " Saksref, Arkivsak, Arkivsaksnr, Arkivsaksnummer, Arkivsak-ID, Sakens nummer,"
        " Saksnummer i fagsystem, Sakens nr, Sak/journalnr, Saksnr i fagsystem,"
        " ESA-saksnr, Ephorte-saksnr, P360-saksnr, Saksnummer/referanse",
        Column.NAME: "Namn, Fullt navn, Fullt namn, Bruker, Brukar, Brukers navn, Brukarens namn,"
        " Tjenestemottaker, Tenestemottakar, Tjenestemottakers navn, Søker, Søkar, Innbygger,"
        " Innbyggjar, Pasient, Personnavn, Personnamn,"
        " Klient, Klientnavn, Klientens navn, Pasientnavn, Pasientens navn,"
        " Tjenestemottakernavn, Tenestemottakarnamn, Navn på bruker, Namn på brukar,"
        " Brukers fulle navn, Brukarens fulle namn, Søkers navn, Søkarens namn, TM, TM navn,"
        " Navn tjenestemottaker, Namn tenestemottakar, Navn bruker, Namn brukar,"
        " Fornavn og etternavn, Fornavn etternavn, For- og etternavn, Førenamn og etternamn,"
        " Fornamn og etternamn, Førenamn etternamn, For- og etternamn,"
        " Navn (fornavn og etternavn), Navn (fornavn etternavn),"
        " Namn (førenamn og etternamn)",
        # Commas in a heading do not count, so the list below needs none inside one.
        Column.NAME_FAMILY_FIRST: "Etternavn fornavn, Etternavn og fornavn,"
        " Etter- og fornavn, Etternavn fornavn mellomnavn, Navn (etternavn fornavn),"
        " Brukers navn (etternavn fornavn), Bruker (etternavn fornavn),"
        " Pasient (etternavn fornavn), Tjenestemottaker (etternavn fornavn),"
        " Fullt navn (etternavn fornavn), Navn (etternavn og fornavn), Etternamn fornamn,"
        " Etternamn førenamn, Etternamn og fornamn, Etternamn og førenamn,"
        " Etter- og førenamn, Etternamn førenamn mellomnamn,"
        " Namn (etternamn førenamn), Namn (etternamn fornamn),"
        " Brukarens namn (etternamn førenamn), Brukar (etternamn førenamn),"
        " Tenestemottakar (etternamn førenamn), Fullt namn (etternamn førenamn)",
        Column.GIVEN_NAME: "Førenamn, Fornamn, For- og mellomnavn, For- og mellomnamn,"
        " Førenamn og mellomnamn, Fornavn og mellomnavn,"
        " Fornavn(e), Fornavn/mellomnavn, Førenamn/mellomnamn,"
        " Brukers fornavn, Fornavn bruker",
        Column.MIDDLE_NAME: "Mellomnamn",
        Column.FAMILY_NAME: "Etternamn, Slektsnavn, Slektsnamn,"
        " Brukers etternavn, Etternavn bruker",
        Column.BIRTH_DATE: "Født, Fødd, F.dato, F-dato, Fødselsdag, Fødsels dato, Foedselsdato,"
        " Fødselsdato (dd.mm.åååå), Født dato, Fødd dato,"
        " Født den, Fødd den, Fødselsdato bruker, Brukers fødselsdato,"
        " Pasientens fødselsdato, Tjenestemottakers fødselsdato",
        Column.SERVICE: "Teneste, Tjenestetype, Tenestetype, Tjenester, Tenester, Tjenestenavn,"
        " Tenestenamn, Type tjeneste, Type teneste, Tiltak, Tiltakstype, Tjenestekategori,"
        " Vedtakstype, Tildelt tjeneste, Tildelt teneste,"
        " Tjeneste/tiltak, Teneste/tiltak, Tjenestebeskrivelse, Tenesteskildring,"
        " Innvilget tjeneste, Innvilga teneste, Vedtatt tjeneste, Vedteken teneste,"
        " Tiltaksnavn, Tiltaksnamn, Tjenesteslag, Tenesteslag, Tjeneste navn,"
        " Vedtak tjeneste, Vedtakstjeneste, IPLOS-tjeneste, KPR-tjeneste",
        Column.ZONE: "Bydel, Distrikt, Område, Omsorgssone, Hjemmetjenestesone, Heimetenestesone,"
        " Sone/bydel, Bydel/sone, Sonenavn, Sonenamn, Geografisk område, Omsorgsdistrikt, Krets,"
        " Geografisk sone, Sonetilhørighet, Sonetilhøyrsle, Hjemmetjenesteområde,"
        " Heimetenesteområde, Hjemmesykepleiesone, Heimesjukepleiesone, Sone/distrikt,"
        " Distrikt/sone, Sone/område, Omsorgsområde, Bydelsnavn, Bydelsnamn, Rode",
        Column.DECIDED_ON: "Vedtak dato, Dato for vedtak, Dato vedtak, Vedtaksdag, Vedtatt,"
        " Vedtatt dato, Vedteke, Vedteken, Vedtatt den, Vedteke den, Vedtaksdato (dd.mm.åååå),"
        " Vedtak fattet, Vedtak fatta, Vedtak fattet dato, Dato fattet, Fattet dato, Fattet,"
        " Fatta, Innvilget dato, Innvilga dato, Dato innvilget, Dato vedtatt, Dato vedteke,"
        " Vedtaket datert, Vedtak datert, Vedtak gjort",
        Column.DECISION_REFERENCE: "Vedtaksref, Vedtaksnr, Vedtaksnummer, Vedtak nr, Vedtak-ID,"
        " Vedtaks-ID, Vedtak, Vedtak referanse, Vedtak ref, Referanse, Ref, Dokumentnummer,"
        " Journalpost,"
        " Vedtaksnummer i fagsystem, Journalpostnr, Journalpostnummer,"
        " Dokumentnr",
        Column.HOURS: "Timer pr uke, Timer/uke, Timar per veke, Timar pr veke, Timar/veke,"
        " Timer i uken, Timer i uka, Timar i veka, Timetall, Timetal, Uketimer, Veketimar, Timer,"
        " Timar, t/uke, t/veke, Antall timer, Tal på timar, Vedtatte timer, Vedtekne timar,"
        " Timer per uke vedtatt, Antall timer per uke, Antall timer pr uke,"
        " Ukentlige timer, Vekentlege timar, Omfang timer per uke,"
        " Omfang timer pr uke, Omfang (timer/uke), Vedtakstimer,"
        " Vedtakstimar, Vedtakstimer per uke, Innvilgede timer, Innvilga timar,"
        " Tildelte timer, Tildelte timar, Innvilget tid per uke, Timer pr uke innvilget,"
        " Timer ukentlig, Antall timer i uken",
        Column.NEEDS: "Tid på døgnet, Behov for hjelp, Tidspunkt, Dagdeler, Dagdelar, Hjelpebehov,"
        " Når, Tidsrom, Behov tid",
        Column.NEEDS_DAY: "Dagtid, Behov dag, Hjelp dag, Om dagen",
        Column.NEEDS_EVENING: "Kveldstid, Behov kveld, Hjelp kveld, Om kvelden",
        Column.NEEDS_NIGHT: "Nattestid, Nattetid, Behov natt, Hjelp natt, Om natten, Om natta",
        Column.NEEDS_WEEKEND: "Helger, Helgar, Behov helg, Hjelp helg, I helgen, I helga",
        Column.PROVIDER: "Leverandør, Noverande leverandør, Utfører, Utførar, Tjenesteyter,"
        " Tenesteytar, Dagens leverandør, Leverandør nå, Leverandør no, Nåværende utfører,"
        " Noverande utførar, Tjenesteleverandør, Tenesteleverandør,"
        " Leverandørnavn, Leverandørnamn, Utførende leverandør, Utførande leverandør,"
        " Utførende enhet, Utførande eining, Utførerenhet, Utførareining, Tjenesteutfører,"
        " Tenesteutførar, Nåværende tjenesteyter, Noverande tenesteytar, Aktiv leverandør",
        Column.PROVIDER_SINCE: "Leverandør sidan, Siden, Sidan, Leverandør fra, Leverandør frå,"
        " Leverandør fra dato, Leverandør frå dato, Leverandør f.o.m., Startdato leverandør,"
        " Oppstart leverandør, Utfører siden, Utførar sidan, Hos leverandør siden",
        Column.ADDRESS: "Gateadresse, Vegadresse, Veiadresse, Adresse 1, Adresse 2, Adresse 3,"
        " Adresselinje, Adresselinje 1, Adresselinje 2, Adresselinje 3, Postadresse,"
        " Bostedsadresse, Bustadadresse, Gate, Gate/vei, Gate/veg, C/O, C/O-adresse, CO-adresse,"
        " Hjemadresse, Heimeadresse, Hjemmeadresse, Bostedadresse,"
        " Brukers adresse, Brukarens adresse, Adresse bruker, Gatenavn, Gatenamn",
        Column.POSTCODE: "Postnr, Post nr, Postkode, Postnummer og poststed, Postnr og sted,"
        " Postnummer og sted, Postnr/sted, Postnr/poststed, Postnummer og poststad,"
        " Brukers postnummer, Postnummer bruker, Postnr (bruker)",
        Column.TOWN: "Poststad, Post sted, By, Sted, Stad",
        Column.PROTECTED: "Sperret adresse, Sperra adresse, Adresse sperret, Adresse sperra,"
        " Beskyttet adresse, Verna adresse, Hemmelig adresse, Hemmeleg adresse, Adressevern,"
        " Adressebeskyttelse, Skjermet adresse, Skjerma adresse, Fortrolig adresse,"
        " Fortruleg adresse, Strengt fortrolig adresse, Diskresjon, Diskresjonskode, Gradering,"
        " Adressegradering, Sperrekode, Sperret, Sperra, Kode 6/7, Kode 6 eller 7",
        Column.PHONE: "Tlf, Telefonnummer, Telefonnr, Tlf nr, Mobil, Mobiltelefon, Mobilnummer,"
        " Mobilnr, Telefon privat, Tlf privat,"
        " Telefon mobil, Tlf mobil, Mobiltlf, Telefon 1, Tlf 1,"
        " Telefonnummer mobil, Telefon bruker, Brukers telefon, Tlf bruker",
        Column.WRITTEN_LANGUAGE: "Skriftspråk, Språkform, Skriftleg målform, Skriftlig målform,"
        " Ønsket målform, Ønskt målform, Ønska målform",
        Column.INTERPRETER: "Behov for tolk, Tolkebehov, Tolk ja/nei, Trenger tolk, Treng tolk",
        Column.INTERPRETER_LANGUAGE: "Tolk språk, Språk tolk, Tolkens språk, Tolkespråket",
        Column.POST_NAME: "Postmottaker, Postmottakar, Mottaker av post, Mottakar av post,"
        " Post sendes til, Post skal til, Post går til",
        Column.POST_ROLE: "Rolle postmottaker, Rolle postmottakar, Postmottakers rolle,"
        " Postmottakar rolle, Postmottaker rolle, Mottakerrolle, Mottakarrolle",
        Column.POST_ADDRESS: "Postmottaker adresse, Postmottakar adresse, Adresse postmottaker,"
        " Adresse postmottakar, Mottakeradresse, Mottakaradresse, Post til adresse,"
        " Postmottakars adresse",
        Column.POST_POSTCODE: "Postmottaker postnummer, Postmottakar postnummer,"
        " Postmottaker postnr, Postmottakar postnr, Postnr postmottaker, Postnr postmottakar,"
        " Mottaker postnr, Post til postnummer, Post til postnr, Postmottakars postnummer",
        Column.POST_TOWN: "Postmottaker poststed, Postmottakar poststad, Poststed postmottaker,"
        " Poststad postmottakar, Mottaker poststed, Post til poststed, Post til poststad,"
        " Postmottakars poststad",
        Column.POST_INSTEAD: "I staden eller i tillegg, Post i stedet, Post i staden, Postmåte,"
        " I stedet/i tillegg, I staden/i tillegg, I stedet for, I stedet, I staden",
        Column.REPLY_BY: "Frist, Svar innen, Svar innan, Frist for svar, Svarfrist dato,"
        " Frist for valg, Frist for val, Valgfrist, Valfrist,"
        " Frist dato, Svar innen dato",
        Column.CLOSED_ON: "Avslutta, Avsluttet dato, Avslutta dato, Sluttdato, Lukket, Lukka,"
        " Lukket dato, Avslutningsdato, Avslutta den, Avsluttet den, Sak avsluttet, Sak avslutta,"
        " Opphørt, Opphøyrt, Opphørsdato,"
        " Sak lukket, Sak lukka, Sakens sluttdato, Lukka dato",
        Column.CLOSED_REASON: "Årsak, Avslutningsgrunn, Avslutningsårsak, Grunn til avslutning,"
        " Årsak til avslutning, Sluttårsak, Avsluttet grunn, Avsluttet årsak, Avslutta grunn,"
        " Avslutta årsak, Avsluttingsårsak, Grunn avsluttet, Opphørsårsak",
    }
)

_BY_HEADING: Mapping[str, Column] = by_spelling(
    (column, [column.value, *spellings.split(",")]) for column, spellings in _SPELLINGS.items()
)


def column_of(heading: str) -> Column | None:
    """The column that a heading stands for, or None when it is not understood."""
    return _BY_HEADING.get(key(heading))
