"""Click, speaking Swedish: help pages and complaints are made here, from the table of words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import click

from kommunvision.swedish.cli import HELP_NAMES, say
from kommunvision.text.guess import nearest


class WrongCall(click.UsageError):
    """The call is wrong; the message is in Swedish already."""


class Choice(click.ParamType[str]):
    """One of several words."""

    name = "choice"

    def __init__(self, *words: str) -> None:
        self.words = words

    def convert(
        self,
        value: object,
        param: click.Parameter | None,  # noqa: ARG002 - as the base class
        ctx: click.Context | None,
    ) -> str:
        """Return the word, or complain with a list of what can be chosen."""
        if value not in self.words:
            choices = ", ".join(self.words)
            raise WrongCall(say("not_a_choice", value=value, choices=choices), ctx)
        return str(value)


class Whole(click.ParamType[int]):
    """A whole number between two ends, both included."""

    name = "whole"

    def __init__(self, least: int, most: int, complaint: str) -> None:
        """Take the ends, and the key of the words for a number that lies outside them."""
        self._range = range(least, most + 1)
        self._complaint = complaint

    def convert(
        self,
        value: object,
        param: click.Parameter | None,  # noqa: ARG002 - as the base class
        ctx: click.Context | None,
    ) -> int:
        """Return the number, or complain."""
        text = str(value)
        if not (text.isascii() and text.isdecimal() and int(text) in self._range):
            raise WrongCall(say(self._complaint, value=value), ctx)
        return int(text)


class Day(click.ParamType[date]):
    """A day, written as 2026-03-16."""

    name = "day"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,  # noqa: ARG002 - as the base class
        ctx: click.Context | None,
    ) -> date:
        """Return the day, or complain."""
        try:
            return date.fromisoformat(str(value))
        except ValueError as error:
            raise WrongCall(say("not_a_day", value=value), ctx) from error


class Command(click.Command):
    """A command whose help and complaints are Swedish."""

    def __init__(self, name: str, *, words: str, **settings: Any) -> None:  # noqa: ANN401 - click's
        """Take the help and the example from the words that begin with ``words``."""
        settings.update(help=say(f"{words}_help"), add_help_option=False)
        super().__init__(name, **settings)
        self.words = words
        self.options_metavar = say("usage_options")
        self.params.append(_help_option())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Complain about words that have no place, in Swedish."""
        ctx.allow_extra_args = True
        left = super().parse_args(ctx, args)
        if left and not isinstance(self, Group):
            message = say("too_many", words=" ".join(left))
            # Other commands take the kommun as a word of its own.
            if len(left) == 1 and "--kommun" in _options_of(ctx):
                message = f"{message} {say('meant_kommun', word=left[0])}"
            raise WrongCall(message, ctx)
        return left

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how the command is called."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=say("usage"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and then the example."""
        options = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        records = [record for option in options if (record := option.get_help_record(ctx))]
        if records:
            with formatter.section(say("options")):
                formatter.write_dl(records)

    def format_epilog(
        self,
        ctx: click.Context,  # noqa: ARG002 - as the base class
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the example."""
        formatter.write_paragraph()
        formatter.write_text(f"{say('example')} {say(f'{self.words}_example')}")


class Group(Command, click.Group):
    """A command with commands of its own."""

    def __init__(self, name: str, *, words: str, **settings: Any) -> None:  # noqa: ANN401 - click's
        complain = click.pass_context(self.complain_without_command)
        settings.update(no_args_is_help=False, invoke_without_command=True, callback=complain)
        super().__init__(name, words=words, **settings)
        self.subcommand_metavar = say("usage_command")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        super().format_options(ctx, formatter)
        names = self.list_commands(ctx)
        commands = [(name, _first_sentence(say(f"{self.words_of(name)}_help"))) for name in names]
        with formatter.section(say("commands")):
            formatter.write_dl(commands)

    def words_of(self, name: str) -> str:
        """Return what the names of a command's words begin with."""
        command = self.commands[name]
        return command.words if isinstance(command, Command) else name

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as the base class
        """List the commands in the order in which they are used."""
        return list(self.commands)

    def complain_without_command(self, ctx: click.Context) -> None:
        """Complain in Swedish when no command is given."""
        if ctx.invoked_subcommand is None:
            raise WrongCall(say("missing_command", choices=", ".join(self.commands)), ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Complain in Swedish about a command that does not exist."""
        name = args[0]
        if name not in self.commands:
            message = say("no_such_command", name=name)
            raise WrongCall(_with_suggestion(message, name, self.commands), ctx)
        return super().resolve_command(ctx, args)


def complaint(error: click.UsageError, program: Group) -> str:
    """Return what is wrong with a call of a program, in Swedish."""
    if isinstance(error, WrongCall):
        return error.message
    if isinstance(error, click.NoSuchOption):
        within = error.ctx.command if error.ctx else None
        if isinstance(within, Group) and error.option_name in _options_within(within):
            return say("after_command", name=error.option_name)
        known = _options_of(error.ctx)
        message = say("no_such_option", name=error.option_name)
        return _with_suggestion(message, error.option_name, known)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        key = "missing_argument" if isinstance(error.param, click.Argument) else "missing_option"
        return say(key, name=error.param.human_readable_name)
    if isinstance(error, click.BadOptionUsage):
        takes_none = error.option_name in _flags(program)
        return say("no_value_wanted" if takes_none else "missing_value", name=error.option_name)
    return say("wrong_call")


def _first_sentence(text: str) -> str:
    """Return what stands in a list of commands: a whole sentence, however long."""
    first, stop, _ = " ".join(text.split()).partition(". ")
    return first + stop.rstrip()


def _with_suggestion(message: str, word: str, known: Iterable[str]) -> str:
    # The names are few and short: half of one is enough to go by.
    near = nearest(word, known, likeness=0.5)
    return f"{message} {say('did_you_mean', suggestion=near)}" if near else message


def _options_of(ctx: click.Context | None) -> list[str]:
    params = ctx.command.params if ctx else []
    return [name for param in params for name in param.opts if isinstance(param, click.Option)]


def _options_within(group: click.Group) -> set[str]:
    """Return every option of the commands in a group."""
    return {
        name
        for command in group.commands.values()
        for param in command.params
        if isinstance(param, click.Option)
        for name in param.opts
    }


def _flags(command: click.Command) -> set[str]:
    """Return every option of a command, and of the commands in it, that takes no value."""
    found = {
        name
        for param in command.params
        if isinstance(param, click.Option) and param.is_flag
        for name in param.opts
    }
    if isinstance(command, click.Group):
        found.update(*(_flags(inner) for inner in command.commands.values()))
    return found


def _help_option() -> click.Option:
    return click.Option(
        list(HELP_NAMES),
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_help,
        help=say("help_option"),
    )


def _show_help(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()
