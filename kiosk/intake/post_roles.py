"""Roles of those who receive a person's post, as case lists write them."""

from kiosk.intake.spelling import key

USUAL_ROLES = (
    "verge",
    "fullmektig",
    "fremtidsfullmektig",
    "pårørende",
    "foresatt",
    "barneverntjenesten",
)
"""One spelling of each, for a list that has another one."""

_KNOWN = frozenset(
    map(
        key,
        (
            *USUAL_ROLES,
            *("verje", "hjelpeverge", "hjelpeverje", "advokat", "framtidsfullmektig"),
            *("pårørande", "slektning", "ektefelle", "ektemann", "kone", "samboer", "sambuar"),
            *("partner", "datter", "dotter", "sønn", "son", "søster", "syster", "bror", "søsken"),
            *("føresett", "forelder", "foreldre", "mor", "far", "barnevern", "barnevernet"),
            *("barneverntenesta", "barnevernstjenesten", "barnevernstenesta", "nabo", "venn"),
        ),
    )
)


def is_usual(role: str) -> bool:
    """Whether some word of a role is one of those known here."""
    return any(key(word) in _KNOWN for word in role.replace("/", " ").split())
