"""What the exemptions rules find, and what to do about it."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.exemption-unused": "Diese Ausnahme wird nicht gebraucht: {rule} wird bei {where} nicht gemeldet.",
    "hint.exemption-unused": "Die Ausnahme löschen oder unter „wo“ die Datei eintragen, die gemeint ist.",
    "finding.exemption-expired": "Die Ausnahme von {rule} bei {where} ist seit dem {until} abgelaufen.",
    "hint.exemption-expired": "Den Befund beheben und die Ausnahme löschen, oder neu begründen und befristen.",
    "finding.exemption-unknown-rule": "Die Regel „{rule}“ gibt es nicht.",
    "hint.exemption-unknown-rule": "„ikonzept explain“ nennt alle Regeln.",
    "finding.exemption-not-allowed": "Von {rule} gibt es keine Ausnahme.",
    "hint.exemption-not-allowed": "Die Ausnahme löschen und den Befund beheben: Sonst bleibt ungeprüft, was da steht.",
}
