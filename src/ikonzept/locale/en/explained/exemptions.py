"""Why the exemptions rules exist."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    "exemption-unused": Explained(
        rule="Every exemption accepts a finding that exists.",
        why=(
            "Once the finding is mended the exemption is superfluous; should it come back, it would stay hidden. Often "
            "only the path under “wo” is wrong: a file name or a pattern such as haushalt/*.yaml."
        ),
    ),
    "exemption-expired": Explained(
        rule="No exemption is older than its last day (“bis”).",
        why="An exemption is a delay. When it is over, mend what is found or give the exemption a new reason.",
    ),
    "exemption-unknown-rule": Explained(
        rule="Every exemption names a rule that exists.",
        why="A mistyped rule accepts nothing. The code stands in the message and in “ikonzept explain”.",
    ),
    "exemption-not-allowed": Explained(
        rule="There is no exemption from what keeps a file from being read, nor from findings about exemptions.",
        why="What cannot be read is not checked either: an exemption would hide what stands in the file.",
    ),
}
