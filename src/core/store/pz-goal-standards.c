/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-frameworks.h"

#include "pz-classroom-private.h"
#include "pz-framework-reading-private.h"
#include "pz-document-peek.h"

#include <string.h>

/* Which learner works at which standard, read from the files without a model of them. */

typedef struct
{
  GPtrArray *found;    /* PzGoalStandard, of all documents */
  const char *learner; /* NULL: the document of the class, where goals have their learners */
  gboolean deleted;    /* the learner is */
} Reading;

typedef struct
{
  char *id;
  char *title;
  char *standard;
  char *state;
  GPtrArray *learners;
  gboolean deleted;
} Goal;

/**
 * pz_goal_standard_free:
 */
void
pz_goal_standard_free (PzGoalStandard *self)
{
  g_free (self->learner);
  g_free (self->goal);
  g_free (self->title);
  g_free (self->standard);
  g_free (self->state);
  g_free (self);
}

static void
take (char         **text,
      PzJsonReader  *reader)
{
  g_free (*text);
  *text = g_strdup (pz_peek_text (reader));
}

static void
read_learners (PzJsonReader *reader,
               GPtrArray    *learners)
{
  PzJsonToken token;

  if (!pz_peek_expect (reader, PZ_JSON_ARRAY, "learners"))
    return;
  while ((token = pz_json_reader_next (reader)) != PZ_JSON_ARRAY_END && token != PZ_JSON_ERROR)
    if (token == PZ_JSON_STRING)
      g_ptr_array_add (learners, g_strdup (pz_json_reader_get_text (reader, NULL)));
    else
      pz_peek_finish (reader, token);
}

static void
add (Reading    *reading,
     const Goal *goal,
     const char *learner)
{
  PzGoalStandard *one = g_new0 (PzGoalStandard, 1);

  one->learner = g_strdup (learner);
  one->goal = g_strdup (goal->id);
  one->title = g_strdup (goal->title);
  one->standard = g_strdup (goal->standard);
  one->state = g_strdup (goal->state);
  g_ptr_array_add (reading->found, one);
}

static void
add_goal (Reading    *reading,
          const Goal *goal)
{
  if (goal->deleted || goal->standard == NULL || goal->id == NULL)
    return;
  if (reading->learner != NULL)
    add (reading, goal, reading->learner);
  for (guint i = 0; reading->learner == NULL && i < goal->learners->len; i++)
    add (reading, goal, g_ptr_array_index (goal->learners, i));
}

/* behind the opening brace */
static void
read_goal (PzJsonReader *reader,
           Reading      *reading)
{
  Goal goal = { NULL };

  goal.learners = g_ptr_array_new_with_free_func (g_free);
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    if (pz_json_reader_text_is (reader, "id"))
      take (&goal.id, reader);
    else if (pz_json_reader_text_is (reader, "title"))
      take (&goal.title, reader);
    else if (pz_json_reader_text_is (reader, "standard"))
      take (&goal.standard, reader);
    else if (pz_json_reader_text_is (reader, "state"))
      take (&goal.state, reader);
    else if (pz_json_reader_text_is (reader, "learners"))
      read_learners (reader, goal.learners);
    else if (pz_json_reader_text_is (reader, PZ_FIELD_DELETED_NAME))
      goal.deleted = pz_peek_text (reader) != NULL;
    else
      pz_json_reader_skip (reader, NULL, NULL);
  add_goal (reading, &goal);
  g_free (goal.id);
  g_free (goal.title);
  g_free (goal.standard);
  g_free (goal.state);
  g_ptr_array_unref (goal.learners);
}

static void
read_owner (PzJsonReader *reader,
            Reading      *reading)
{
  if (!pz_peek_expect (reader, PZ_JSON_OBJECT, "learner"))
    return;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    if (pz_json_reader_text_is (reader, PZ_FIELD_DELETED_NAME))
      reading->deleted = pz_peek_text (reader) != NULL;
    else
      pz_json_reader_skip (reader, NULL, NULL);
}

static void
read_member (PzDocumentPeek *peek,
             gpointer        user_data)
{
  Reading *reading = user_data;
  PzJsonToken token;

  if (reading->learner != NULL && pz_json_reader_text_is (peek->reader, "learner"))
    read_owner (peek->reader, reading);
  else if (!pz_json_reader_text_is (peek->reader, "goals"))
    pz_json_reader_skip (peek->reader, NULL, NULL);
  else if (pz_peek_expect (peek->reader, PZ_JSON_ARRAY, "goals"))
    {
      while ((token = pz_json_reader_next (peek->reader)) != PZ_JSON_ARRAY_END && token != PZ_JSON_ERROR)
        if (token == PZ_JSON_OBJECT)
          read_goal (peek->reader, reading);
        else
          pz_peek_finish (peek->reader, token);
    }
}

/* a file that cannot be read says nothing: nothing of it counts */
static void
read_document (PzStore        *store,
               PzDocumentKind  kind,
               const char     *id,
               GPtrArray      *found)
{
  g_autofree char *name = pz_document_file_name (kind, id);
  g_autoptr(GBytes) bytes = pz_store_read (store, name, NULL, NULL);
  Reading reading = { found, kind == PZ_DOCUMENT_LEARNER ? id : NULL, FALSE };
  PzDocumentPeek peek = { .kind = kind, .may_be_newer = TRUE };
  guint before = found->len;

  if (bytes == NULL)
    return;
  if (!pz_document_peek_bytes (&peek, bytes, read_member, &reading, NULL) || reading.deleted)
    g_ptr_array_set_size (found, (int) before);
}

/*
 * pz_goal_standards_read:
 * @store: the files of the class; any thread
 * @learners: (element-type utf8): ids of learners whose files are read
 *
 * Goals the class shares come first, those of learners who are not in @learners included.
 *
 * Returns: (transfer full) (element-type PzGoalStandard): %NULL when it was cancelled
 */
GPtrArray *
pz_goal_standards_read (PzStore       *store,
                        const char    *classroom,
                        GPtrArray     *learners,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_goal_standard_free);

  read_document (store, PZ_DOCUMENT_CLASSROOM, classroom, found);
  for (guint i = 0; i < learners->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      read_document (store, PZ_DOCUMENT_LEARNER, g_ptr_array_index (learners, i), found);
    }
  return g_steal_pointer (&found);
}

/* who shares a goal and lies in the trash, or is there no longer */
static void
drop_missing (PzClassroom *self,
              GPtrArray   *found)
{
  for (guint i = found->len; i > 0; i--)
    {
      const PzGoalStandard *one = g_ptr_array_index (found, i - 1);
      guint position;

      if (!pz_index_find (self->index, one->learner, &position)
          || (pz_index_peek_flags (self->index, position) & PZ_INDEX_DELETED))
        g_ptr_array_remove_index (found, i - 1);
    }
}

/**
 * pz_classroom_list_goal_standards:
 * @cancellable: (nullable): to stop between two files
 * @error: a folder could not be read, or it was cancelled
 *
 * What pz_coverage_new() counts. One strict pass over the files of the class.
 *
 * Returns: (transfer full) (element-type PzGoalStandard): goals of the class as a whole first, then by learner; %NULL
 *   with @error set
 */
GPtrArray *
pz_classroom_list_goal_standards (PzClassroom   *self,
                                  GCancellable  *cancellable,
                                  GError       **error)
{
  g_autoptr(GPtrArray) ids = NULL;
  g_autoptr(GPtrArray) found = NULL;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);

  ids = pz_classroom_list (self, PZ_DOCUMENT_LEARNER, error);
  if (ids == NULL)
    return NULL;
  found = pz_goal_standards_read (self->store, self->id, ids, cancellable, error);
  if (found != NULL)
    drop_missing (self, found);
  return g_steal_pointer (&found);
}
