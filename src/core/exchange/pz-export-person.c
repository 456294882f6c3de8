/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-export-private.h"

#include "pz-error.h"

#include <glib/gi18n-lib.h>

/* names of everybody else; a learner who cannot be read is known by the index alone */
static PzRedactor *
build_redactor (PzClassroom *classroom,
                PzRecord    *own)
{
  static const guint fields[] = {
    PZ_LEARNER_GIVEN_NAME, PZ_LEARNER_MIDDLE_NAME, PZ_LEARNER_FAMILY_NAME, PZ_LEARNER_PREFERRED_NAME,
  };
  PzIndex *index = pz_classroom_get_index (classroom);
  PzRedactor *redactor = pz_redactor_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    {
      const char *id = pz_index_peek_id (index, i);
      g_autoptr(PzDocument) other = NULL;

      if (g_str_equal (id, pz_record_get_id (own)))
        continue;
      pz_redactor_add_name (redactor, pz_index_peek_given_name (index, i));
      pz_redactor_add_name (redactor, pz_index_peek_family_name (index, i));
      other = pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, id, NULL);
      for (gsize j = 0; other != NULL && j < G_N_ELEMENTS (fields); j++)
        pz_redactor_add_name (redactor, pz_record_get_text (pz_document_get_owner (other), fields[j]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    pz_redactor_keep_name (redactor, pz_record_get_text (own, fields[i]));
  return redactor;
}

/* Records of the class that may be about a learner. */
typedef struct
{
  const char *name; /* of their list */
  PzRecordType type;
  guint field; /* who it is about, or the goal it belongs to */
} ClassRecords;

static gboolean
is_about (PzDocument         *classroom,
          PzRecord           *record,
          const ClassRecords *records,
          const char         *learner)
{
  const char *goal_id;
  PzRecord *goal;

  if (records->type == PZ_RECORD_GOAL || records->type == PZ_RECORD_GROUPING_RULE)
    return pz_record_set_has (record, records->field, learner);
  goal_id = pz_record_get_text (record, records->field);
  goal = goal_id != NULL ? pz_document_find (classroom, goal_id) : NULL;
  return goal != NULL && pz_record_get_record_type (goal) == PZ_RECORD_GOAL
         && pz_record_set_has (goal, PZ_GOAL_LEARNERS, learner);
}

static void
write_class_records (PzJsonWriter       *writer,
                     const ClassRecords *records,
                     PzDocument         *classroom,
                     const PzExportView *view)
{
  GListModel *all = pz_document_get_records (classroom, records->type);

  pz_json_writer_begin_array (writer, records->name);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (all, i);

      if (is_about (classroom, record, records, view->only))
        pz_export_write_record (writer, NULL, record, view);
    }
  pz_json_writer_end_array (writer);
}

/* what ids in the learner's records stand for */
static void
write_vocabulary (PzJsonWriter       *writer,
                  PzDocument         *classroom,
                  const PzExportView *view)
{
  static const PzRecordType types[] = { PZ_RECORD_LEVEL, PZ_RECORD_MEASURE, PZ_RECORD_LENS, PZ_RECORD_STRATEGY };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GListModel *records = pz_document_get_records (classroom, types[i]);

      pz_json_writer_begin_array (writer, pz_schema_get_record (types[i])->list);
      for (guint j = 0; j < g_list_model_get_n_items (records); j++)
        {
          g_autoptr(PzRecord) record = g_list_model_get_item (records, j);

          pz_export_write_record (writer, NULL, record, view);
        }
      pz_json_writer_end_array (writer);
    }
}

static void
write_own_participations (PzJsonWriter       *writer,
                          PzDocument         *activity,
                          const PzExportView *view)
{
  static const guint fields[] = { PZ_ACTIVITY_TITLE, PZ_ACTIVITY_DATE, PZ_ACTIVITY_SETTING, PZ_ACTIVITY_STATE };
  GListModel *records = pz_document_get_records (activity, PZ_RECORD_PARTICIPATION);
  PzRecord *owner = pz_document_get_owner (activity);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);

      if (g_strcmp0 (pz_record_get_text (record, PZ_PARTICIPATION_LEARNER), view->only) != 0)
        continue;
      pz_json_writer_begin_object (writer, NULL);
      pz_json_writer_string (writer, "id", pz_document_get_id (activity));
      for (gsize j = 0; j < G_N_ELEMENTS (fields); j++)
        {
          const char *text = pz_record_get_text (owner, fields[j]);
          g_autofree char *redacted = text != NULL ? pz_redactor_apply (view->redactor, text) : NULL;

          pz_json_writer_string (writer, pz_schema_get_record (PZ_RECORD_ACTIVITY)->fields[fields[j]].name, redacted);
        }
      if (!pz_record_is_empty (owner, PZ_ACTIVITY_MINUTES))
        pz_json_writer_number (writer, "minutes", pz_record_get_number (owner, PZ_ACTIVITY_MINUTES));
      pz_export_write_record (writer, "participation", record, view);
      pz_json_writer_end_object (writer);
    }
}

static gboolean
write_activities (PzJsonWriter        *writer,
                  PzClassroom         *classroom,
                  const PzExportView  *view,
                  GError             **error)
{
  g_autoptr(GPtrArray) ids = pz_classroom_list (classroom, PZ_DOCUMENT_ACTIVITY, error);

  if (ids == NULL)
    return FALSE;
  pz_json_writer_begin_array (writer, "activities");
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(PzDocument) activity = pz_classroom_load (classroom, PZ_DOCUMENT_ACTIVITY, g_ptr_array_index (ids, i), error);

      if (activity == NULL)
        return FALSE;
      write_own_participations (writer, activity, view);
    }
  pz_json_writer_end_array (writer);
  return TRUE;
}

/**
 * pz_export_learner:
 * @id: of a learner of @classroom
 * @flags: what else than the plain records is written; the trash always is, because it is kept
 *
 * Everything that is kept about one person, for the person: their document, goals they share, rules for groups
 * they are part of, and their part in activities. Other learners do not appear: references to them are left out, their names in free text are replaced.
 *
 * Returns: (transfer full): one JSON object; %NULL when a document cannot be read
 */
GBytes *
pz_export_learner (PzClassroom    *classroom,
                   const char     *id,
                   PzExportFlags   flags,
                   GError        **error)
{
  static const ClassRecords records[] = {
    { "shared-goals", PZ_RECORD_GOAL, PZ_GOAL_LEARNERS },
    { "shared-phases", PZ_RECORD_PHASE, PZ_PHASE_GOAL },
    { "shared-milestones", PZ_RECORD_MILESTONE, PZ_MILESTONE_GOAL },
    { "shared-gas-levels", PZ_RECORD_GAS_LEVEL, PZ_GAS_LEVEL_GOAL },
    { "grouping-rules", PZ_RECORD_GROUPING_RULE, PZ_GROUPING_RULE_LEARNERS },
  };
  g_autoptr(PzDocument) document = pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, id, error);
  PzDocument *class_document = pz_classroom_get_document (classroom);
  PzExportView view = { .flags = flags | PZ_EXPORT_DELETED, .only = id };
  g_autoptr(PzRedactor) redactor = NULL;
  g_autoptr(PzJsonWriter) writer = NULL;

  if (document == NULL)
    return NULL;
  view.redactor = redactor = build_redactor (classroom, pz_document_get_owner (document));
  writer = pz_json_writer_new ();
  pz_export_begin (writer, classroom);
  pz_json_writer_string (writer, "class", pz_classroom_get_name (classroom));
  pz_export_write_document (writer, "learner", document, &view);
  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    write_class_records (writer, &records[i], class_document, &view);
  if (!write_activities (writer, classroom, &view, error))
    return NULL;
  write_vocabulary (writer, class_document, &view);
  return pz_export_finish (writer);
}
