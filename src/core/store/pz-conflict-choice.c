/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conflict-list.h"

#include "pz-classroom-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static PzDocument *
load_document (PzClassroom       *self,
               const PzConflict  *conflict,
               GError           **error)
{
  if (conflict->document_kind == PZ_DOCUMENT_CLASSROOM)
    return g_object_ref (pz_classroom_get_document (self));
  return pz_classroom_load (self, conflict->document_kind, conflict->document, error);
}

/* The same decision in the document as it is now: a value that came meanwhile was not seen by who chose. */
static gboolean
find_again (PzDocument       *document,
            const PzConflict *conflict,
            PzFoundConflict  *again)
{
  g_autoptr(GArray) found = pz_document_find_conflicts (document);

  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *id = pz_conflict_compute_id (&g_array_index (found, PzFoundConflict, i));

      if (strcmp (id, conflict->id) != 0)
        continue;
      *again = g_array_index (found, PzFoundConflict, i);
      return TRUE;
    }
  return FALSE;
}

static void
apply_choice (PzDocument             *document,
              const PzFoundConflict  *found,
              const PzConflictChoice *choice)
{
  if (found->kind == PZ_CONFLICT_IN_TRASH)
    pz_document_settle_trash (document, found, choice->value > 0);
  else if (choice->text != NULL)
    pz_record_choose_text (found->record, found->field, choice->text);
  else
    pz_record_choose_value (found->record, found->field, choice->value);
}

static gboolean
check_choice (const PzConflictChoice  *choice,
              GError                 **error)
{
  const PzConflict *conflict = choice->conflict;

  if (choice->text != NULL && *choice->text != '\0')
    return pz_field_check_text (&pz_schema_get_record (conflict->type)->fields[conflict->field], choice->text, error);
  if (choice->text != NULL || choice->value < conflict->values->len)
    return TRUE;
  g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID,
               /* Translators: a number somebody chose, how many values there are */
               _("There is no value %1$u: there are %2$u."), choice->value + 1, conflict->values->len);
  return FALSE;
}

static char *
dup_label (const PzConflictChoice *choices,
           guint                   n_choices)
{
  if (n_choices == 1)
    /* Translators: a step that can be undone; %s is the name of a field, such as Target */
    return g_strdup_printf (C_("undo", "Choice for “%s”"), pz_conflict_get_label (choices[0].conflict));
  /* Translators: a step that can be undone; %u is how many fields */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Choice for %u field", "Choice for %u fields", n_choices),
                          n_choices);
}

static void
tell_changed (guint    n_changed,
              GError **error)
{
  g_set_error (error, PZ_ERROR, PZ_ERROR_CHANGED,
               /* Translators: %u is how many choices */
               g_dngettext (GETTEXT_PACKAGE, "%u choice was not made: there are other values now. Look at them again.",
                            "%u choices were not made: there are other values now. Look at them again.", n_changed),
               n_changed);
}

/**
 * pz_classroom_choose:
 * @choices: (array length=n_choices): what was chosen, each for another decision
 * @n_choices: how many, more than 0
 * @error: why not: a number or text that is not allowed (%PZ_ERROR_INVALID; nothing is chosen then), a file that cannot
 *   be read or written, or %PZ_ERROR_CHANGED: other values came since, which nobody has seen; the rest is chosen and saved
 *
 * Each is a write that takes the place of all values of the field, all of them one step that can be undone: then the values
 * wait for a decision again, as new writes of this device. The values that were given up stay in the history.
 *
 * Returns: whether all was chosen and saved
 */
gboolean
pz_classroom_choose (PzClassroom             *self,
                     const PzConflictChoice  *choices,
                     guint                    n_choices,
                     GError                 **error)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref); /* held until they are saved */
  g_autofree char *label = NULL;
  guint n_changed = 0;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self) && choices != NULL && n_choices > 0, FALSE);

  if (!pz_classroom_require_writable (self, error))
    return FALSE;
  for (guint i = 0; i < n_choices; i++)
    {
      PzDocument *document = check_choice (&choices[i], error) ? load_document (self, choices[i].conflict, error) : NULL;

      if (document == NULL)
        return FALSE;
      g_ptr_array_add (documents, document);
    }
  pz_classroom_seal_waiting (self);
  for (guint i = 0; i < n_choices; i++)
    {
      PzFoundConflict found;

      if (find_again (g_ptr_array_index (documents, i), choices[i].conflict, &found))
        apply_choice (g_ptr_array_index (documents, i), &found, &choices[i]);
      else
        n_changed++;
    }
  label = dup_label (choices, n_choices);
  if (n_changed < n_choices && !pz_classroom_save (self, label, error))
    return FALSE;
  if (n_changed > 0)
    tell_changed (n_changed, error);
  return n_changed == 0;
}
