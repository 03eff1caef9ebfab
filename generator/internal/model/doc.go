// Package model defines the types of the domain, such as meetings, protocols and instruments, how
// they refer to each other, their addresses on the site, and what can be derived from them. It does
// no I/O.
//
// The terms are those of the field: Popolo (persons, bodies as organizations, memberships), OParl
// (meetings, agenda), Akoma Ntoso (documents, expressions per language, nodes with permanent ids),
// SKOS (topics). ARCHITECTURE.md has the table.
//
// Struct tags say how the data files map to the types, so that one reader (load) and one set of
// general checks (check) serve all kinds:
//
//	toml:"name,required"  the key, which is required
//	toml:"note"           a value; texts of several lines are read as one
//	toml:"event,keyed"    a keyed table: each element's Key is the table's, in the file's order
//	toml:"type,key"       what is the Key of the same element where it is left out
//	key:"ref:bodies"      what the keys of a keyed table are: references, or codes ("vocab:act")
//	of:"quorum"           a key that the terms of that vocabulary alone may have
//	vocab:"confidence"    a code of that vocabulary
//	ref:"topics"          the id of an entity of that kind; on a Ref, "any"
//	want:"clause"         the Ref must name a place in a protocol
//	source:""             the key of a [source.*] table of the same entity
package model
