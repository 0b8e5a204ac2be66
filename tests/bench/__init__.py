"""What a build costs: a seeded collection of any size, and a report beside other tools."""
