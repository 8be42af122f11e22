"""What is wrong with who answers, in a sentence."""

from __future__ import annotations

from orgmodel.analysis.attention import Cause

TROUBLES = {
    Cause.NOBODY: "Nobody answers: no letter of the row makes anybody its owner.",
    Cause.NOT_SAID: "Nobody answers: no source names an owner.",
    Cause.NO_SEAT: "Nobody answers: whoever the letter names has no seat.",
    Cause.SEVERAL: "Several answer: the row has more than one owner.",
    Cause.DISAGREEMENT: "Several answer: the sources name different owners.",
    Cause.SEVERAL_SEATS: "Several answer: the letter means more than one seat.",
    Cause.VACANT: "Nobody is there: the seat that answers is vacant.",
}
