"""How good the comparison is: edited clauses with known truth, measures, baselines and a report."""
