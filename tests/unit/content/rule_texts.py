"""Puts another rule in place of the example's rule for home nursing."""

from tests.unit.content.pack_copy import PackCopy

RULES = "rules.toml"
NURSING = "rules[hjemmesykepleie-uten-valg]"
HELPER = 'helper = "eksempelvik-hjemmetjenesten"\n'
_PRESENT = f'fallback = "municipal_default"\n{HELPER}'


def nursing_rule(
    pack: PackCopy, fallback: str, tables: str = "", helper: str = "eksempelvik-hjemmetjenesten"
) -> None:
    """Write this fallback, with its own fields and tables, for everybody who needs nursing."""
    text = (pack.folder / RULES).read_text(encoding="utf-8")
    place = text.index("\n[[rules]]")
    written = f'fallback = {fallback}\nhelper = "{helper}"\n\n{tables}\n'
    rules = text[place:].replace(_PRESENT, written, 1)
    pack.write(RULES, text[:place] + rules)


def split_states(pack: PackCopy, first: str, second: str) -> None:
    """Write the rule for home nursing twice, for these states."""
    text = (pack.folder / RULES).read_text(encoding="utf-8")
    head, rule, *rest = text.split("\n[[rules]]")
    again = rule.replace("hjemmesykepleie-uten-valg", "kan-ikke-velge")
    rules = [
        each.replace('zones = "all"', f'zones = "all"\nstates = {states}', 1)
        for each, states in ((rule, first), (again, second))
    ]
    pack.write(RULES, "\n[[rules]]".join([head, *rules, *rest]))
