/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-words.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/**
 * pz_import_words_isolate:
 * @text: what somebody wrote: a name, a cell
 *
 * Returns: the text between marks that keep its direction from turning the sentence around it
 */
char *
pz_import_words_isolate (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return g_strdup_printf ("\xE2\x81\xA8%s\xE2\x81\xA9", text);
}

/**
 * pz_import_words_date:
 * @iso: YYYY-MM-DD
 *
 * Returns: the day spelled out, so that nobody takes the month for it; @iso when it is none
 */
char *
pz_import_words_date (const char *iso)
{
  int year, month, day;
  g_autoptr(GDateTime) date = NULL;

  g_return_val_if_fail (iso != NULL, NULL);

  if (strlen (iso) != 10 || sscanf (iso, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return g_strdup (iso);
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  /* Translators: a birth date, as g_date_time_format() writes it: 14 March 2016 */
  return date != NULL ? g_date_time_format (date, C_("date", "%-e %B %Y")) : g_strdup (iso);
}

static const char *
what_to_do (const GError *error)
{
  if (error->domain != PZ_ERROR)
    return _("Look whether the file can still be reached, and try again.");
  switch ((PzError) error->code)
    {
    case PZ_ERROR_LOCKED:
    case PZ_ERROR_CHANGED:
      return _("Another program is writing to the class. Try again in a moment.");
    case PZ_ERROR_NO_SPACE:
      return _("Make room on the disk, and try again.");
    case PZ_ERROR_READ_ONLY:
      return _("The class can only be looked at here. Import into another class, or ask who looks after this computer.");
    case PZ_ERROR_NOT_FOUND:
      return _("Look whether the file can still be reached, and try again.");
    case PZ_ERROR_UNCERTAIN:
      return _("Open the class again and look at it before you import once more.");
    case PZ_ERROR_SYNTAX:
    case PZ_ERROR_INVALID:
    case PZ_ERROR_NOT_SUPPORTED:
    case PZ_ERROR_TOO_LARGE:
    case PZ_ERROR_NOT_SAFE:
      return _("Choose another file, or export it once more from where it comes from: a OneRoster archive, a table as CSV, or a framework in the format CASE.");
    default:
      return _("Try again. If it happens once more, ask who looks after this computer.");
    }
}

/**
 * pz_import_words_advice:
 * @error: why an import failed
 * @n_done: how many classes were imported before
 *
 * Returns: what was kept, and what can be done
 */
char *
pz_import_words_advice (const GError *error,
                        guint         n_done)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (n_done > 0)
    /* Translators: how many classes; a sentence that says what can be done */
    return g_strdup_printf (ngettext ("%1$u class was imported before and is complete; nothing else was changed. %2$s",
                                      "%1$u classes were imported before and are complete; nothing else was changed. %2$s",
                                      n_done),
                            n_done, what_to_do (error));
  if (g_error_matches (error, PZ_ERROR, PZ_ERROR_UNCERTAIN))
    return g_strdup (what_to_do (error));
  /* Translators: %s is a sentence that says what can be done */
  return g_strdup_printf (_("Nothing was changed. %s"), what_to_do (error));
}

static gboolean
is_field (const PzImportDifference *difference,
          guint                     field)
{
  return difference->kind == PZ_IMPORT_FIELD && difference->field == field;
}

static char *
show_value (const PzImportDifference *difference,
            const char               *value)
{
  gboolean is_date = is_field (difference, PZ_LEARNER_BIRTH_DATE);
  g_autofree char *spelled = is_date ? pz_import_words_date (value) : g_strdup (value);

  return pz_import_words_isolate (spelled);
}

static gboolean
is_set (const PzImportDifference *difference)
{
  return difference->kind == PZ_IMPORT_FIELD
         && (pz_schema_get_record (PZ_RECORD_LEARNER)->fields[difference->field].flags & PZ_FIELD_SET) != 0;
}

/**
 * pz_import_words_difference:
 * @difference: one field that would get another value
 *
 * Returns: what changes, before and after
 */
char *
pz_import_words_difference (const PzImportDifference *difference)
{
  const char *label;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (difference != NULL, NULL);

  label = pz_import_difference_get_label (difference);
  before = show_value (difference, difference->before != NULL ? difference->before : "");
  after = show_value (difference, difference->after != NULL ? difference->after : "");
  if (is_set (difference) && difference->before != NULL)
    /* Translators: the name of a field, and what is added to what is there: Interests: + Birds */
    return g_strdup_printf (_("%1$s: + %2$s"), label, after);
  if (difference->before == NULL)
    /* Translators: the name of a field, and what it gets: Level: B */
    return g_strdup_printf (_("%1$s: %2$s"), label, after);
  /* Translators: the name of a field, what it says now, and what it will say: Level: A becomes B */
  return g_strdup_printf (_("%1$s: %2$s becomes %3$s"), label, before, after);
}

static gboolean
is_in_name (const PzImportDifference *difference)
{
  return is_field (difference, PZ_LEARNER_GIVEN_NAME) || is_field (difference, PZ_LEARNER_FAMILY_NAME)
         || is_field (difference, PZ_LEARNER_SOURCED_ID);
}

/**
 * pz_import_words_item:
 * @item: a learner of a plan
 * @with_line: whether the line of the file helps to find the learner there
 *
 * Returns: what would change about the learner; maybe empty. What the name shows anyway is not said of new ones
 */
char *
pz_import_words_item (const PzImportItem *item,
                      gboolean            with_line)
{
  g_autoptr(GString) text = NULL;

  g_return_val_if_fail (item != NULL, NULL);

  text = g_string_new (item->kind == PZ_IMPORT_GONE ? _("No longer in the roster") : NULL);
  if (item->kind == PZ_IMPORT_DELETED)
    g_string_append (text, _("Deleted here"));
  if (with_line && item->person != NULL && item->person->line > 0)
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, _("Line %u"), item->person->line);
    }
  for (guint i = 0; i < item->differences->len; i++)
    {
      const PzImportDifference *difference = g_ptr_array_index (item->differences, i);
      g_autofree char *words = NULL;

      if (item->kind == PZ_IMPORT_NEW && is_in_name (difference))
        continue;
      words = pz_import_words_difference (difference);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * pz_import_words_outcome:
 * @item: a learner of a plan
 *
 * Returns: (transfer none): what would happen to the learner, for the end of a row
 */
const char *
pz_import_words_outcome (const PzImportItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  switch (item->kind)
    {
    case PZ_IMPORT_NEW:
      return item->chosen ? C_("learner", "New") : C_("learner", "Left out");
    case PZ_IMPORT_CHANGED:
      return item->chosen ? C_("learner", "Updated") : C_("learner", "Stays as it is");
    case PZ_IMPORT_BACK:
      return item->chosen ? C_("learner", "Comes back") : C_("learner", "Stays away");
    case PZ_IMPORT_DELETED:
      return item->chosen ? C_("learner", "Comes back") : C_("learner", "Stays deleted");
    case PZ_IMPORT_GONE:
      return item->chosen ? C_("learner", "Will be archived") : C_("learner", "Stays in the class");
    case PZ_IMPORT_SAME:
    case PZ_N_IMPORT_KINDS:
    default:
      return C_("learner", "Unchanged");
    }
}

/**
 * pz_import_words_check:
 * @item: a learner of a plan
 *
 * Returns: what ticking the learner does
 */
char *
pz_import_words_check (const PzImportItem *item)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (item != NULL, NULL);

  name = pz_import_words_isolate (item->name);
  if (item->kind == PZ_IMPORT_GONE)
    /* Translators: a learner's name */
    return g_strdup_printf (_("Archive %s"), name);
  if (item->kind == PZ_IMPORT_DELETED)
    /* Translators: a learner's name */
    return g_strdup_printf (_("Bring back %s"), name);
  /* Translators: a learner's name */
  return g_strdup_printf (_("Import %s"), name);
}

/**
 * pz_import_words_count:
 * @kind: what would happen
 * @n: to how many learners
 *
 * Returns: the number with its word
 */
char *
pz_import_words_count (PzImportKind kind,
                       guint        n)
{
  switch (kind)
    {
    case PZ_IMPORT_NEW:
      return g_strdup_printf (ngettext ("%u new learner", "%u new learners", n), n);
    case PZ_IMPORT_CHANGED:
      return g_strdup_printf (ngettext ("%u updated", "%u updated", n), n);
    case PZ_IMPORT_BACK:
      return g_strdup_printf (ngettext ("%u comes back", "%u come back", n), n);
    case PZ_IMPORT_DELETED:
      return g_strdup_printf (ngettext ("%u deleted here", "%u deleted here", n), n);
    case PZ_IMPORT_GONE:
      return g_strdup_printf (ngettext ("%u no longer in the roster", "%u no longer in the roster", n), n);
    case PZ_IMPORT_SAME:
    case PZ_N_IMPORT_KINDS:
    default:
      return g_strdup_printf (ngettext ("%u unchanged", "%u unchanged", n), n);
    }
}

/**
 * pz_import_words_contacts:
 * @n: how many contacts of learners would be made or changed
 *
 * Returns: the number with its word
 */
char *
pz_import_words_contacts (guint n)
{
  return g_strdup_printf (ngettext ("%u contact", "%u contacts", n), n);
}

/**
 * pz_import_words_need_look:
 * @n: how many rows of the file are odd
 *
 * Returns: the number with its words
 */
char *
pz_import_words_need_look (guint n)
{
  return g_strdup_printf (ngettext ("%u needs a look", "%u need a look", n), n);
}

/**
 * pz_import_words_place:
 * @message: a message
 *
 * Returns: (nullable): file, line and column it is about; %NULL when it is about none
 */
char *
pz_import_words_place (const PzRosterMessage *message)
{
  g_autoptr(GString) text = NULL;

  g_return_val_if_fail (message != NULL, NULL);

  text = g_string_new (message->file);
  if (message->line > 0)
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, _("Line %u"), message->line);
    }
  if (message->column != NULL)
    {
      g_autofree char *column = pz_import_words_isolate (message->column);

      g_string_append (text, text->len > 0 ? " · " : "");
      /* Translators: the name of a column, or of several */
      g_string_append_printf (text, _("column %s"), column);
    }
  if (message->more > 0)
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, ngettext ("and %u more row", "and %u more rows", message->more), message->more);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/**
 * pz_import_words_button:
 * @session: an import
 *
 * Returns: what the button that goes on is called, without a mnemonic
 */
char *
pz_import_words_button (PzImportSession *session)
{
  guint n_imports, n_archives;

  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (session), NULL);

  if (pz_import_session_get_step (session) != PZ_IMPORT_STEP_PREVIEW)
    return g_strdup (C_("button", "Preview"));
  if (pz_import_session_changes_nothing (session))
    return g_strdup (C_("button", "Close"));
  if (pz_import_session_get_framework (session) != NULL)
    return g_strdup (C_("button", "Import Framework"));
  n_imports = pz_import_session_count_imports (session);
  n_archives = pz_import_session_count_archives (session);
  if (n_imports > 0)
    return g_strdup_printf (ngettext ("Import %u Learner", "Import %u Learners", n_imports), n_imports);
  if (n_archives > 0)
    return g_strdup_printf (ngettext ("Archive %u Learner", "Archive %u Learners", n_archives), n_archives);
  return g_strdup (C_("button", "Make Class"));
}
