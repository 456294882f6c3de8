/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-roster-message.h"
#include "pz-schema.h"

G_BEGIN_DECLS

/* Largest file that is read, in bytes, and most items and associations in it: larger ones would not fit into a document. */
#define PZ_CASE_MAX_SIZE (32 * 1024 * 1024)
#define PZ_CASE_MAX_ITEMS 20000
#define PZ_CASE_MAX_ASSOCIATIONS 60000

/**
 * PzCaseRecord:
 * @type: framework, standard or association
 * @id: of the record it becomes: the identifier in the file, in lower case, where it can be an id, else a new one that is
 *   the same each time
 * @line: where it begins in the file, from 1
 * @values: by field: a text, or for sets a #GStrv sorted by bytes; %NULL: empty
 * @order: of items: its place among them, from 0
 * @extra: only while it is read: what goes to the field `extra`
 *
 * A record of a framework as the file has it; every text may stand in its field.
 */
typedef struct
{
  PzRecordType type;
  char *id;
  guint line;
  gpointer values[PZ_MAX_FIELDS];
  guint order;
  GString *extra;
} PzCaseRecord;

/**
 * PzCasePackage:
 * @name: of the file
 * @framework: the document
 * @items: (element-type PzCaseRecord): standards, in the order of the file, each id once
 * @associations: (element-type PzCaseRecord): in the order of the file, each id once
 * @messages: everything that was not as it should be
 * @n_placed: items that are reached from the top
 * @n_top: items at the top
 * @depth: how many items lie one below the other at most
 * @n_not_placed: items that nothing leads to, not counting what stands below them
 * @n_circles: where an item would have stood below itself
 * @n_links: associations that are not part of the tree by their kind
 * @n_outside: of the links: those that begin or end outside of the file
 *
 * A framework of competencies in the format CASE 1.0 or 1.1 (1EdTech). What it says and no field holds is in the field
 * `extra` of its record: one JSON object with the members as they came.
 */
typedef struct
{
  char *name;
  PzCaseRecord *framework;
  GPtrArray *items;
  GPtrArray *associations;
  PzRosterMessages *messages;
  guint n_placed;
  guint n_top;
  guint depth;
  guint n_not_placed;
  guint n_circles;
  guint n_links;
  guint n_outside;
} PzCasePackage;

gboolean       pz_case_looks_like_json (const char    *path);
gboolean       pz_case_bytes_look_like_json (GBytes   *bytes);
PzCasePackage *pz_case_parse           (GBytes        *bytes,
                                        const char    *name,
                                        GError       **error);
PzCasePackage *pz_case_load            (const char    *path,
                                        GError       **error);
void           pz_case_package_free    (PzCasePackage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzCasePackage, pz_case_package_free)

G_END_DECLS
