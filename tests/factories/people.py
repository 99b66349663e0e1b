"""Rows of people for tests."""

import factory
from django.contrib.auth.models import Group

from portal.people.models import Municipality, Organisation, Participant, User
from portal.people.roles import Role


class UserFactory(factory.django.DjangoModelFactory):
    """An account; `role=Role.METHODIST` puts it into the role's group."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda number: f"user{number}@example.org")
    last_name = factory.Sequence(lambda number: f"Сотрудникова{number}")
    first_name = "Вера"
    password = factory.django.Password("correct horse battery staple")

    @factory.post_generation
    def role(self, create: bool, extracted: Role | None, **kwargs: object) -> None:
        """Join the group of the role."""
        if create and extracted:
            self.groups.add(Group.objects.get(name=extracted.value))


class OrganisationFactory(factory.django.DjangoModelFactory):
    """An organisation of the directory."""

    class Meta:
        model = Organisation

    name = factory.Sequence(lambda number: f"Комплексный центр № {number}")


class ParticipantFactory(factory.django.DjangoModelFactory):
    """A person from Барнаул with an own address."""

    class Meta:
        model = Participant

    surname = factory.Sequence(lambda number: f"Иванова{number}")
    given_name = "Мария"
    patronymic = "Петровна"
    email = factory.Sequence(lambda number: f"person{number}@example.org")
    organisation_name = "Центр помощи семье"
    position = "психолог"
    municipality = factory.LazyFunction(lambda: Municipality.objects.get(slug="barnaul"))
