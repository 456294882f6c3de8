/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-table-import-private.h"

#include "pz-header-words-private.h"

#include <string.h>

#define COLUMN(self, i) (&g_array_index ((self)->columns, PzTableColumn, (i)))

static PzTableColumn *
find_field (PzTableImport *self,
            PzTableField   field)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (COLUMN (self, i)->field == field)
      return COLUMN (self, i);
  return NULL;
}

/* some languages use one word for the whole name and for a part of it: the other columns tell */
static void
settle_names (PzTableImport *self)
{
  PzTableColumn *full = find_field (self, PZ_TABLE_FULL_NAME);
  PzTableColumn *given = find_field (self, PZ_TABLE_GIVEN_NAME);
  PzTableColumn *family = find_field (self, PZ_TABLE_FAMILY_NAME);

  if (full != NULL && given != NULL)
    {
      full->field = family == NULL ? PZ_TABLE_FAMILY_NAME : PZ_TABLE_LEAVE_OUT;
      return;
    }
  if (full != NULL && family != NULL)
    {
      full->field = PZ_TABLE_GIVEN_NAME;
      return;
    }
  if (full == NULL && (given == NULL) != (family == NULL))
    {
      PzTableColumn *only = given != NULL ? given : family;
      g_autofree char *word = pz_roster_fold (only->header);

      if (g_str_equal (word, "nombre") || g_str_equal (word, "nome") || g_str_equal (word, "nom"))
        only->field = PZ_TABLE_FULL_NAME;
    }
}

/* What a class keeps only when the teacher wants it is never taken because a table happens to have it: a column with
 * birth dates is read when somebody says so. */
static gboolean
needs_request (PzTableField field)
{
  return field == PZ_TABLE_BIRTH_DATE;
}

static void
suggest_fields (PzTableImport *self)
{
  PzTableColumn *best[PZ_TABLE_N_FIELDS] = { NULL };

  for (guint i = 0; i < self->columns->len; i++)
    {
      PzTableColumn *column = COLUMN (self, i);
      PzTableField field = pz_table_field_guess (column->header, &column->rank);

      if (field == PZ_TABLE_LEAVE_OUT || needs_request (field) || (best[field] != NULL && best[field]->rank <= column->rank))
        continue;
      if (best[field] != NULL)
        best[field]->field = PZ_TABLE_LEAVE_OUT;
      best[field] = column;
      column->field = field;
    }
  settle_names (self);
}

/* a first line with an address or a date in it is already somebody's */
static gboolean
looks_like_header (PzTableImport *self)
{
  char iso[11];

  for (guint i = 0; i < self->columns->len; i++)
    if (COLUMN (self, i)->field != PZ_TABLE_LEAVE_OUT)
      return TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    if (strchr (COLUMN (self, i)->header, '@') != NULL
        || pz_roster_date_parse (COLUMN (self, i)->header, PZ_DAY_ORDER_DAY_FIRST, iso) == PZ_ROSTER_DATE_FINE)
      return FALSE;
  return TRUE;
}

/* the five columns every gradebook of Canvas begins with; tasks follow */
static gboolean
is_canvas (PzTableImport *self)
{
  static const char *const headers[] = { "Student", "ID", "SIS User ID", "SIS Login ID", "Section" };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    if (i >= self->columns->len || !g_str_equal (COLUMN (self, i)->header, headers[i]))
      return FALSE;
  return TRUE;
}

/*
 * pz_table_import_suggest:
 *
 * Guesses from the first row what the columns mean, each field once, and whether it is a header at all. Birth dates are
 * left out until they are asked for.
 */
void
pz_table_import_suggest (PzTableImport *self)
{
  suggest_fields (self);
  self->is_canvas = is_canvas (self);
  self->has_header = looks_like_header (self);
}
