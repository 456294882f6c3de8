/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-write.h"

#include "pz-absence.h"
#include "pz-date.h"
#include "pz-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * pz_quick_written_free:
 */
void
pz_quick_written_free (PzQuickWritten *self)
{
  g_free (self->learner);
  g_free (self->record);
  g_free (self);
}

/**
 * pz_quick_what_get_label:
 * @what: what is written
 * @back: taken back
 *
 * Returns: what the step is called when it is undone
 */
const char *
pz_quick_what_get_label (PzQuickWhat what,
                         gboolean    back)
{
  if (what == PZ_QUICK_MEASUREMENT)
    return back ? C_ ("undo", "Removal of a measurement") : C_ ("undo", "New measurement");
  if (what == PZ_QUICK_ABSENCE)
    return back ? C_ ("undo", "Removal of an absence") : C_ ("undo", "Absence today");
  return back ? C_ ("undo", "Removal of a check-in") : C_ ("undo", "New check-in");
}

static gboolean
refuse (GError     **error,
        PzError      code,
        const char  *text)
{
  g_set_error_literal (error, PZ_ERROR, code, text);
  return FALSE;
}

static gboolean
require_writable (PzClassroom  *classroom,
                  GError      **error)
{
  const char *reason = pz_classroom_get_read_only_reason (classroom);

  if (pz_record_is_deleted (pz_document_get_owner (pz_classroom_get_document (classroom))))
    return refuse (error, PZ_ERROR_NOT_FOUND, _("This class was deleted meanwhile. Nothing was written."));
  if (!pz_classroom_is_read_only (classroom))
    return TRUE;
  return refuse (error, PZ_ERROR_READ_ONLY,
                 reason != NULL ? reason : _("This class can be looked at but not changed here."));
}

/* (transfer full): the learner, when something can be written about them */
static PzDocument *
load_learner (PzClassroom  *classroom,
              const char   *id,
              GError      **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(PzDocument) document = NULL;

  if (!require_writable (classroom, error))
    return NULL;
  document = pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, id, &local_error);
  if (g_error_matches (local_error, PZ_ERROR, PZ_ERROR_NOT_FOUND)
      || (document != NULL && pz_record_is_deleted (pz_document_get_owner (document))))
    {
      refuse (error, PZ_ERROR_NOT_FOUND, _("This learner was deleted meanwhile. Nothing was written."));
      return NULL;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&document);
}

/* a goal of the learner, or one that several share */
static gboolean
goal_is_there (PzClassroom *classroom,
               PzDocument  *learner,
               const char  *id)
{
  PzRecord *goal = pz_document_find (learner, id);

  if (goal == NULL)
    goal = pz_document_find (pz_classroom_get_document (classroom), id);
  return goal != NULL && pz_record_get_record_type (goal) == PZ_RECORD_GOAL && !pz_record_is_deleted (goal);
}

static PzRecord *
add_measurement (PzDocument           *learner,
                 const PzQuickReading *reading,
                 const GDate          *day)
{
  PzRecord *record = pz_document_add (learner, PZ_RECORD_MEASUREMENT);
  g_autofree char *date = pz_date_format (day);

  pz_record_set_text (record, PZ_MEASUREMENT_GOAL, reading->goal->id);
  pz_record_set_text (record, PZ_MEASUREMENT_DATE, date);
  pz_record_set_number (record, PZ_MEASUREMENT_VALUE, reading->value);
  if (!isnan (reading->out_of))
    pz_record_set_number (record, PZ_MEASUREMENT_OUT_OF, reading->out_of);
  if (*reading->text != '\0')
    pz_record_set_text (record, PZ_MEASUREMENT_NOTE, reading->text);
  return record;
}

static PzRecord *
add_check_in (PzDocument            *learner,
              const PzQuickReading  *reading,
              const GDate           *day,
              GError               **error)
{
  g_autofree char *date = pz_date_format (day);
  PzCheckInDraft draft = { .kind = reading->kind, .date = date, .text = reading->text, .minutes = reading->minutes };

  return pz_check_in_check (&draft, error) ? pz_check_in_add (learner, &draft) : NULL;
}

/**
 * pz_quick_write:
 * @classroom: the class of the learner
 * @reading: what to write; it must be ready
 * @error: why nothing was written: the class is read-only or deleted, the learner or the goal is gone
 *
 * Writes the entry under the day of the class's own clock. It is in memory then, and the next save makes it one step.
 *
 * Returns: (transfer full): what was written; %NULL when @error is set
 */
PzQuickWritten *
pz_quick_write (PzClassroom           *classroom,
                const PzQuickReading  *reading,
                GError               **error)
{
  g_autoptr(PzDocument) learner = NULL;
  PzRecord *record = NULL;
  PzQuickWritten *written;
  GDate day;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && reading != NULL, NULL);
  g_return_val_if_fail (reading->state == PZ_QUICK_READY && reading->what != PZ_QUICK_PERSON, NULL);

  learner = load_learner (classroom, reading->learner->id, error);
  if (learner == NULL)
    return NULL;
  pz_environment_get_today (pz_classroom_get_environment (classroom), &day);
  if (reading->what == PZ_QUICK_MEASUREMENT && !goal_is_there (classroom, learner, reading->goal->id))
    {
      refuse (error, PZ_ERROR_NOT_FOUND, _("This goal was deleted meanwhile. Nothing was written."));
      return NULL;
    }
  if (reading->what == PZ_QUICK_MEASUREMENT)
    record = add_measurement (learner, reading, &day);
  else if (reading->what == PZ_QUICK_CHECK_IN && (record = add_check_in (learner, reading, &day, error)) == NULL)
    return NULL;
  else if (reading->what == PZ_QUICK_ABSENCE && !pz_absence_mark (learner, &day, &day))
    {
      refuse (error, PZ_ERROR_INVALID, C_ ("quick entry", "Already marked as absent today."));
      return NULL;
    }
  written = g_new0 (PzQuickWritten, 1);
  written->what = reading->what;
  written->learner = g_strdup (reading->learner->id);
  written->record = record != NULL ? g_strdup (pz_record_get_id (record)) : NULL;
  written->day = day;
  return written;
}

/**
 * pz_quick_written_take_back:
 * @classroom: the class it was written in
 * @error: the class is read-only or deleted, or the learner is gone
 *
 * Takes back this entry alone: its record goes to the trash, its day is no longer one of absence. In memory; the next
 * save makes it one step.
 *
 * Returns: whether it is no longer there
 */
gboolean
pz_quick_written_take_back (const PzQuickWritten  *self,
                            PzClassroom           *classroom,
                            GError               **error)
{
  g_autoptr(PzDocument) learner = NULL;
  PzRecord *record;

  g_return_val_if_fail (self != NULL && PZ_IS_CLASSROOM (classroom), FALSE);

  learner = load_learner (classroom, self->learner, error);
  if (learner == NULL)
    return FALSE;
  if (self->record == NULL)
    {
      pz_absence_clear (learner, &self->day, &self->day);
      return TRUE;
    }
  record = pz_document_find (learner, self->record);
  if (record != NULL)
    pz_document_delete (learner, record);
  return TRUE;
}
