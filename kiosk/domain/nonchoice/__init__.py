"""What happens to those who do not choose: one rule, announced beforehand and applied afterwards.

There is no statute that fixes this; every municipality decides (S004 ch. 4.2.2). ``parts`` and
``rule`` are what it can decide, ``announcement`` what the rule promises, ``allocate`` what it gives.
"""
