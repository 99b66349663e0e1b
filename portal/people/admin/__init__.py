"""People in the admin: staff, participants, organisations, consents, the audit trail."""
