"""The one lock under which every decision about places is made (design §3.5, docs/decisions).

A conditional UPDATE of the counter would be faster and wrong: the one that finds «full» keeps no lock, and a cancel
beside it sees no queue. So the row of the cohort is locked first, and everything else is read after it.
"""

from django.db import connection, transaction

from events.models import Cohort


def lock_cohort(cohort_id: int) -> Cohort:
    """Lock the cohort to the end of the transaction and return it as it is now, with its dates.

    PostgreSQL: FOR NO KEY UPDATE, so that rows which only point at the cohort are not held up. SQLite has one writer:
    transactions are IMMEDIATE (settings), the lock is taken at BEGIN. Raises TransactionManagementError outside a
    transaction, Cohort.DoesNotExist for an unknown one.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a cohort is locked inside a transaction only")
    cohorts = Cohort.objects.with_dates().select_related("event__kind")
    return cohorts.select_for_update(no_key=True, of=("self",)).get(pk=cohort_id)
