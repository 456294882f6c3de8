/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quick-ui-fixture.h"

static void
add_goals (PzClassroom *classroom)
{
  PzRecord *measure = pz_document_add (pz_classroom_get_document (classroom), PZ_RECORD_MEASURE);
  g_autoptr(GPtrArray) ids = pz_classroom_list (classroom, PZ_DOCUMENT_LEARNER, NULL);

  pz_record_set_text (measure, PZ_MEASURE_NAME, "Words read");
  pz_record_set_text (measure, PZ_MEASURE_KIND, "rate");
  pz_record_set_text (measure, PZ_MEASURE_UNIT, "words a minute");
  pz_record_set_number (measure, PZ_MEASURE_MINIMUM, 0);
  pz_record_set_number (measure, PZ_MEASURE_MAXIMUM, 250);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(PzDocument) document = pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, g_ptr_array_index (ids, i), NULL);
      PzRecord *goal = pz_document_add (document, PZ_RECORD_GOAL);

      pz_record_set_text (goal, PZ_GOAL_TITLE, "Reads aloud");
      pz_record_set_text (goal, PZ_GOAL_MEASURE, pz_record_get_id (measure));
    }
  ui_save (classroom);
}

void
quick_ui_set_up (UiFixture     *fixture,
                 gconstpointer  names)
{
  ui_fixture_set_up (fixture, names);
  add_goals (fixture->classroom);
}

char *
quick_ui_add_class (UiFixture  *fixture,
                    const char *name,
                    const char *given_name,
                    const char *family_name)
{
  g_autoptr(PzClassroom) classroom = pz_classroom_create (fixture->environment, name, NULL);
  g_autofree char *id = ui_add_learner (classroom, given_name, family_name);

  ui_save (classroom);
  add_goals (classroom);
  g_assert_true (pz_classroom_close (classroom, NULL));
  return g_strdup (pz_classroom_get_path (classroom));
}

static gboolean
has_read (gpointer data)
{
  return !pz_quick_session_is_reading (data);
}

void
quick_ui_settle (PzQuickSession *session)
{
  g_assert_true (ui_wait (has_read, session));
}

void
quick_ui_type (PzQuickSession *session,
               const char     *text)
{
  pz_quick_session_set_text (session, text);
  quick_ui_settle (session);
}

static gboolean
has_settled (gpointer data)
{
  PzQuickLineState state = pz_quick_line_get_state (data);

  return state != PZ_QUICK_LINE_OPENING && state != PZ_QUICK_LINE_SAVING;
}

PzQuickLine *
quick_ui_wait_line (PzQuickSession *session,
                    guint           n)
{
  PzQuickLine *line = g_list_model_get_item (pz_quick_session_get_lines (session), n);

  g_assert_nonnull (line);
  g_assert_true (ui_wait (has_settled, line));
  return line;
}

guint
quick_ui_count (UiFixture    *fixture,
                const char   *path,
                PzRecordType  type)
{
  g_autoptr(PzClassroom) classroom = pz_classroom_open (fixture->environment, path, NULL);
  g_autoptr(GPtrArray) ids = pz_classroom_list (classroom, PZ_DOCUMENT_LEARNER, NULL);
  guint n = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(PzDocument) document = pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, g_ptr_array_index (ids, i), NULL);
      GListModel *records = pz_document_get_records (document, type);

      for (guint j = 0; j < g_list_model_get_n_items (records); j++)
        {
          g_autoptr(PzRecord) record = g_list_model_get_item (records, j);

          n += !pz_record_is_deleted (record);
        }
    }
  g_assert_true (pz_classroom_close (classroom, NULL));
  return n;
}

char *
quick_ui_get_first (PzQuickSession *session)
{
  GPtrArray *readings = pz_quick_session_get_readings (session);
  PzQuickReading *reading;
  g_autofree char *who = NULL;

  if (readings->len == 0)
    return NULL;
  reading = g_ptr_array_index (readings, pz_quick_session_get_chosen (session));
  who = pz_quick_session_dup_shown_name (session, reading->learner);
  return pz_quick_reading_dup_line (reading, who);
}
