/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-bulk.h"

#include "pz-absence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
set_text (PzRecord   *record,
          guint       field,
          const char *text)
{
  if (g_strcmp0 (pz_record_get_text (record, field), text) == 0)
    return FALSE;
  pz_record_set_text (record, field, text);
  return TRUE;
}

static gboolean
set_flag (PzRecord *record,
          guint     field,
          gboolean  flag)
{
  if (pz_record_get_flag (record, field) == flag)
    return FALSE;
  pz_record_set_flag (record, field, flag);
  return TRUE;
}

static gboolean
add_element (PzRecord   *record,
             guint       field,
             const char *text)
{
  if (pz_record_set_has (record, field, text))
    return FALSE;
  pz_record_set_add (record, field, text);
  return TRUE;
}

/* A learner has one value of a lens. */
static gboolean
set_lens (PzRecord   *record,
          const char *lens,
          const char *value)
{
  g_auto(GStrv) old = pz_record_dup_set (record, PZ_LEARNER_LENS_VALUES);
  g_autofree char *prefix = g_strconcat (lens, ":", NULL);
  g_autofree char *wanted = value != NULL ? g_strconcat (prefix, value, NULL) : NULL;
  gboolean changed = FALSE;

  for (gsize i = 0; old[i] != NULL; i++)
    if (g_str_has_prefix (old[i], prefix) && g_strcmp0 (old[i], wanted) != 0)
      {
        pz_record_set_remove (record, PZ_LEARNER_LENS_VALUES, old[i]);
        changed = TRUE;
      }
  if (wanted != NULL && add_element (record, PZ_LEARNER_LENS_VALUES, wanted))
    changed = TRUE;
  return changed;
}

/**
 * pz_bulk_change_apply:
 * @self: what to do
 * @learner: the document of a learner; the caller saves it
 * @today: the day for %PZ_BULK_ABSENT
 *
 * Returns: whether the document was changed; %FALSE when all was so before
 */
gboolean
pz_bulk_change_apply (const PzBulkChange *self,
                      PzDocument         *learner,
                      const GDate        *today)
{
  PzRecord *owner;

  g_return_val_if_fail (self != NULL && PZ_IS_DOCUMENT (learner), FALSE);

  owner = pz_document_get_owner (learner);
  switch (self->kind)
    {
    case PZ_BULK_SET_LEVEL:
      return set_text (owner, PZ_LEARNER_LEVEL, self->value);
    case PZ_BULK_SET_LENS:
      return set_lens (owner, self->lens, self->value);
    case PZ_BULK_ADD:
      return add_element (owner, self->field, self->value);
    case PZ_BULK_ABSENT:
      return pz_absence_mark (learner, today, today);
    case PZ_BULK_ARCHIVE:
    case PZ_BULK_UNARCHIVE:
      return set_flag (owner, PZ_LEARNER_ARCHIVED, self->kind == PZ_BULK_ARCHIVE);
    case PZ_BULK_DELETE:
      if (pz_record_is_deleted (owner))
        return FALSE;
      pz_document_delete (learner, owner);
      return TRUE;
    case PZ_BULK_GIVE_GOAL:
      pz_goal_draft_add_to (self->goal, learner);
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * pz_bulk_change_dup_label:
 * @self: what to do
 * @n: with how many learners
 *
 * Returns: (transfer full): the name of the step, as undo shows it
 */
char *
pz_bulk_change_dup_label (const PzBulkChange *self,
                          guint               n)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case PZ_BULK_SET_LEVEL:
      /* Translators: %u is a number of learners; the name of a step that can be undone */
      return g_strdup_printf (ngettext ("Level of %u learner", "Level of %u learners", n), n);
    case PZ_BULK_SET_LENS:
      /* Translators: %u is a number of learners; a lens is a view on fairness; the name of a step that can be undone */
      return g_strdup_printf (ngettext ("Lens value of %u learner", "Lens value of %u learners", n), n);
    case PZ_BULK_ADD:
      /* Translators: %1$s is a strength, need, interest, support or language, %2$u is a number of learners */
      return g_strdup_printf (ngettext ("“%1$s” for %2$u learner", "“%1$s” for %2$u learners", n), self->value, n);
    case PZ_BULK_ABSENT:
      /* Translators: %u is a number of learners; the name of a step that can be undone */
      return g_strdup_printf (ngettext ("Absence of %u learner", "Absence of %u learners", n), n);
    case PZ_BULK_ARCHIVE:
      /* Translators: %u is a number of learners; the name of a step that can be undone */
      return g_strdup_printf (ngettext ("Archiving of %u learner", "Archiving of %u learners", n), n);
    case PZ_BULK_UNARCHIVE:
      /* Translators: %u is a number of learners; the name of a step that can be undone */
      return g_strdup_printf (ngettext ("Return of %u learner", "Return of %u learners", n), n);
    case PZ_BULK_DELETE:
      /* Translators: %u is a number of learners; the name of a step that can be undone */
      return g_strdup_printf (ngettext ("Deletion of %u learner", "Deletion of %u learners", n), n);
    case PZ_BULK_GIVE_GOAL:
      /* Translators: %u is a number of learners; the name of a step that can be undone */
      return g_strdup_printf (ngettext ("New goal of %u learner", "New goal of %u learners", n), n);
    default:
      g_return_val_if_reached (NULL);
    }
}
