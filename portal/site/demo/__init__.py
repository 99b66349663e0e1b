"""Demo content: a centre with its pages, news, events and registrations, dated around today."""
