"""What happens to events and places. Nothing outside this package writes their states or counters."""
