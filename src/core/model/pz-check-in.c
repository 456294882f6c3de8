/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-check-in.h"

#include "pz-date.h"
#include "pz-document-private.h"

#include <math.h>

static const struct
{
  const char *name;
  const char *label;
} kinds[PZ_N_CHECK_IN_KINDS] = {
  [PZ_CHECK_IN_IS_ONE_TO_ONE] = { "one-to-one", NC_("check-in", "One-to-one") },
  [PZ_CHECK_IN_IS_OBSERVATION] = { "observation", NC_("check-in", "Observation") },
  [PZ_CHECK_IN_IS_FAMILY] = { "family", NC_("check-in", "Family") },
  [PZ_CHECK_IN_IS_NOTE] = { "note", NC_("check-in", "Note") },
  [PZ_CHECK_IN_IS_SELF] = { "self", NC_("check-in", "Own words") },
};

/**
 * pz_check_in_kind_get_name:
 * @kind: a kind
 *
 * Returns: (transfer none): its name in files and on the command line
 */
const char *
pz_check_in_kind_get_name (PzCheckInKind kind)
{
  g_return_val_if_fail (kind < PZ_N_CHECK_IN_KINDS, NULL);

  return kinds[kind].name;
}

/**
 * pz_check_in_kind_get_label:
 * @kind: a kind
 *
 * Returns: (transfer none): its name for people
 */
const char *
pz_check_in_kind_get_label (PzCheckInKind kind)
{
  g_return_val_if_fail (kind < PZ_N_CHECK_IN_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "check-in", kinds[kind].label);
}

/**
 * pz_check_in_kind_find:
 * @name: (nullable): as it stands in files
 * @kind: (out): the kind of that name
 *
 * Returns: %FALSE when there is none; @kind is then unchanged
 */
gboolean
pz_check_in_kind_find (const char    *name,
                       PzCheckInKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < PZ_N_CHECK_IN_KINDS; i++)
    if (g_strcmp0 (name, kinds[i].name) == 0)
      {
        *kind = (PzCheckInKind) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
has_minutes (const PzCheckInDraft *draft)
{
  return !isnan (draft->minutes) && draft->minutes != 0;
}

/* The text without blanks around it and with our ends of lines; NULL when nothing is left. */
static char *
dup_plain_text (const char *text)
{
  GString *plain = g_string_new (NULL);
  char *result;

  for (; text != NULL && *text != '\0'; text++)
    if (*text != '\r')
      g_string_append_c (plain, *text);
    else if (text[1] != '\n')
      g_string_append_c (plain, '\n');
  result = g_strstrip (g_string_free (plain, FALSE));
  if (*result == '\0')
    g_clear_pointer (&result, g_free);
  return result;
}

/**
 * pz_check_in_check:
 * @draft: what was typed
 * @error: says in words what is missing or not allowed
 *
 * Returns: whether it may be kept: it says something, or how long it took, on a day
 */
gboolean
pz_check_in_check (const PzCheckInDraft  *draft,
                   GError               **error)
{
  const PzField *fields = pz_schema_get_record (PZ_RECORD_CHECK_IN)->fields;
  g_autofree char *text = NULL;

  g_return_val_if_fail (draft != NULL && draft->kind < PZ_N_CHECK_IN_KINDS, FALSE);

  text = dup_plain_text (draft->text);
  if (text == NULL && !has_minutes (draft))
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID, _("A check-in needs a text or minutes."));
      return FALSE;
    }
  if (draft->date != NULL && !pz_field_check_text (&fields[PZ_CHECK_IN_DATE], draft->date, error))
    return FALSE;
  if (text != NULL && !pz_field_check_text (&fields[PZ_CHECK_IN_TEXT], text, error))
    return FALSE;
  if (has_minutes (draft) && !pz_field_check_number (&fields[PZ_CHECK_IN_MINUTES], draft->minutes, error))
    return FALSE;
  return draft->goal == NULL || pz_field_check_text (&fields[PZ_CHECK_IN_GOAL], draft->goal, error);
}

static char *
dup_today (PzDocument *document)
{
  GDate today;

  pz_environment_get_today (pz_clock_get_environment (pz_document_get_clock (document)), &today);
  return pz_date_format (&today);
}

static void
write_draft (PzDocument           *learner,
             PzRecord             *check_in,
             const PzCheckInDraft *draft)
{
  g_autofree char *today = draft->date == NULL ? dup_today (learner) : NULL;
  g_autofree char *text = dup_plain_text (draft->text);

  pz_record_set_text (check_in, PZ_CHECK_IN_DATE, draft->date != NULL ? draft->date : today);
  pz_record_set_text (check_in, PZ_CHECK_IN_KIND, pz_check_in_kind_get_name (draft->kind));
  pz_record_set_number (check_in, PZ_CHECK_IN_MINUTES, has_minutes (draft) ? draft->minutes : (double) NAN);
  pz_record_set_text (check_in, PZ_CHECK_IN_GOAL, draft->goal);
  pz_record_set_text (check_in, PZ_CHECK_IN_TEXT, text);
}

/**
 * pz_check_in_add:
 * @learner: the document of the learner
 * @draft: what to keep; must pass pz_check_in_check()
 *
 * Adds a check-in to the document; who calls saves it.
 *
 * Returns: (transfer none): the new check-in
 */
PzRecord *
pz_check_in_add (PzDocument           *learner,
                 const PzCheckInDraft *draft)
{
  PzRecord *check_in;

  g_return_val_if_fail (PZ_IS_DOCUMENT (learner), NULL);
  g_return_val_if_fail (pz_document_get_kind (learner) == PZ_DOCUMENT_LEARNER, NULL);
  g_return_val_if_fail (pz_check_in_check (draft, NULL), NULL);

  check_in = pz_document_add (learner, PZ_RECORD_CHECK_IN);
  write_draft (learner, check_in, draft);
  return check_in;
}

/**
 * pz_check_in_change:
 * @learner: the document of the learner
 * @check_in: one of its check-ins
 * @draft: what it shall say; must pass pz_check_in_check(). A %NULL date leaves the day as it is
 *
 * Writes only what differs; who calls saves it.
 */
void
pz_check_in_change (PzDocument           *learner,
                    PzRecord             *check_in,
                    const PzCheckInDraft *draft)
{
  PzCheckInDraft whole;

  g_return_if_fail (PZ_IS_DOCUMENT (learner) && PZ_IS_RECORD (check_in));
  g_return_if_fail (pz_document_find (learner, pz_record_get_id (check_in)) == check_in);
  g_return_if_fail (pz_check_in_check (draft, NULL));

  whole = *draft;
  if (whole.date == NULL)
    whole.date = pz_record_get_text (check_in, PZ_CHECK_IN_DATE);
  write_draft (learner, check_in, &whole);
}

/**
 * pz_check_in_get_draft:
 * @check_in: a check-in
 *
 * Returns: what it says; the strings are the record's own, valid until it changes. A note when it does not say its kind
 */
PzCheckInDraft
pz_check_in_get_draft (PzRecord *check_in)
{
  PzCheckInDraft draft = { .kind = PZ_CHECK_IN_IS_NOTE };

  g_return_val_if_fail (PZ_IS_RECORD (check_in), draft);
  g_return_val_if_fail (pz_record_get_record_type (check_in) == PZ_RECORD_CHECK_IN, draft);

  pz_check_in_kind_find (pz_record_get_text (check_in, PZ_CHECK_IN_KIND), &draft.kind);
  draft.date = pz_record_get_text (check_in, PZ_CHECK_IN_DATE);
  draft.text = pz_record_get_text (check_in, PZ_CHECK_IN_TEXT);
  draft.minutes = pz_record_get_number (check_in, PZ_CHECK_IN_MINUTES);
  draft.goal = pz_record_get_text (check_in, PZ_CHECK_IN_GOAL);
  return draft;
}
