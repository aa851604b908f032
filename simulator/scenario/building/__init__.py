"""From an authored file to the values the simulation reads, with every reference checked."""
