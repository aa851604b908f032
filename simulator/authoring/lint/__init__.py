"""What is wrong with a scenario that plays: faults, smells and gaps, each with its reason and its mend."""
