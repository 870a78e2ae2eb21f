"""Texts that nobody means: of any characters, and of those that have broken programs before."""

from hypothesis import strategies as st

JUNK = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=60),
    st.sampled_from(
        (
            "",
            " ",
            "\x00",
            "\ud83d",
            "🎉" * 50,
            "שלום \u202e abc",
            "<!channel> <@U1>",
            "<at>Ada</at>",
            "x" * 3000,
            "I want to die",
            "The supplier file",
            "I call Priya on Friday: 3 points noted",
            "I call Priya on Sunday",
            "I call Priya on Friday 29 November",
            "Priorities for Priya on Friday",
            "I ask Priya more questions on Friday",
            "Tom will call Priya by 20 November",
        )
    ),
)
