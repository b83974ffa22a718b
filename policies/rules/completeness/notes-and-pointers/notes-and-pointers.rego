# METADATA
# title: Every note is pointed to, and every pointer leads to a note
# description: |
#   A note that nothing points to may qualify a figure that now stands bare; a pointer without a note
#   promises a reservation that the reader cannot find. The entries of lists of notes are one side; the facts
#   that carry pointers are the other. A list of which no note is pointed to holds remarks on the whole, and its
#   notes are no subjects. Pointers to numbers that a list lacks are followed by register/dangling-reference.
# related_resources:
#   - ref: https://www.ifrs.org/issued-standards/list-of-standards/ias-1-presentation-of-financial-statements/
#     description: "IAS 1, Presentation of Financial Statements: items are cross-referenced to the notes that explain them"
# custom:
#   id: completeness/notes-and-pointers
#   severity: note
#   class: source
#   scope: document
#   kinds: [quantity, relation, measure, claim, reference, event]
#   remediation:
#     en: Look in the source for what the note belongs to, and record the pointer under `notes`; if there is none, ask the source's author what the note qualifies.
#     ja: 注記が付される箇所を資料で確認して`notes`に記録し、なければ注記の対象を作成者に照会してください。
#   message:
#     en: "{note.label} is pointed to by no recorded fact, although others of its list are."
#     ja: "{note.label}は、同じ一覧の他の注記と異なり、どの記載からも参照されていません。"
#   cases:
#     withoutNote:
#       severity: warning
#       remediation:
#         en: Name the list of notes that the pointer leads into under `noteList`; if the source prints no such note, report it to the source's author.
#         ja: 注記の一覧を`noteList`に記録し、資料に該当する注記がなければ作成者に照会してください。
#       message:
#         en: "{subject} points to a note, but no list of notes is recorded that it leads into."
#         ja: "{subject}に注記番号が付されていますが、参照先の注記の一覧がありません。"
package tieout.rules.completeness.notes_and_pointers

subjects contains note.id if some note in notes

subjects contains pointer.id if some pointer in pointers

# A table with notes 1 to 3 whose cells point to 1 and 3 only.
check contains {"subject": note.id, "verdict": "inconsistent", "evidence": {"operands": [{"fact": note.id, "role": "note"}]}} if {
	some note in notes
	not note.id in led_to
}

# A table with notes 1 and 3 whose cells point to both.
check contains {"subject": note.id, "verdict": "consistent", "evidence": {"operands": [{"fact": note.id, "role": "note"}]}} if {
	input.mode == "audit"
	some note in notes
	note.id in led_to
}

# A cell with a raised 2 in a source without notes.
check contains {
	"subject": pointer.id,
	"case": "withoutNote",
	"verdict": "inconsistent",
	"evidence": {"missing": [{"role": "note", "cause": "absent"}]},
} if {
	some pointer in pointers
	null in pointer.notes
}

# A cell with a raised 2 that a list explains.
check contains {
	"subject": pointer.id,
	"verdict": "consistent",
	"evidence": {"operands": [{"fact": note, "role": "note"} | some note in pointer.notes]},
} if {
	input.mode == "audit"
	some pointer in pointers
	not null in pointer.notes
}

pointers := [fact |
	some kind
	some fact in input.facts[kind]
	fact.notes
]

led_to := {note | some pointer in pointers; some note in pointer.notes} | {ref.id |
	some kind in ["claim", "relation", "reference", "event"]
	some fact in input.facts[kind]
	some ref in fact.refs
}

entries := [entry | some entry in input.facts.reference; entry.listKind == "notes"]

pointed := {entry.list | some entry in entries; entry.id in led_to}

notes := [entry | some entry in entries; entry.list in pointed; not entry.notes]
