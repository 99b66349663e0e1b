"""The methodist's screens: events, cohorts, registrations, export, what is on today."""
