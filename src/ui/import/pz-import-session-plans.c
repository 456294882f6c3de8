/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-session-private.h"

#include "pz-import-choice.h"
#include "pz-library.h"
#include "pz-name-list.h"

#include <glib/gi18n-lib.h>

/* What a thread reads people from; the session changes nothing of it meanwhile. */
typedef struct
{
  PzImportReading *reading; /* NULL: names */
  char *names;
  PzRosterMessages *messages;
} Listing;

/* Which class a thread looks for in the data folder. */
typedef struct
{
  PzEnvironment *environment;
  char *sourced_id;
} Search;

static void plan_next_class (PzImportSession *self);

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_clear_pointer (&listing->reading, pz_import_reading_unref);
  g_clear_pointer (&listing->messages, pz_roster_messages_free);
  g_free (listing->names);
  g_free (listing);
}

static void
search_free (gpointer data)
{
  Search *search = data;

  g_clear_object (&search->environment);
  g_free (search->sourced_id);
  g_free (search);
}

/* Returns: TRUE when the work was stopped, and is ended */
static gboolean
is_stopped (PzImportSession *self)
{
  if (!g_cancellable_is_cancelled (self->cancellable))
    return FALSE;
  pz_import_session_forget_plans (self);
  pz_import_session_end (self);
  return TRUE;
}

static void
show_preview (PzImportSession *self)
{
  pz_import_session_set_step (self, PZ_IMPORT_STEP_PREVIEW);
  pz_import_session_end (self);
}

static void
fail (PzImportSession *self,
      const GError    *error)
{
  pz_import_session_forget_plans (self);
  pz_import_session_fail (self, error);
}

/**
 * pz_import_session_forget_plans:
 *
 * Lets go of the preview and of what it borrows from.
 */
void
pz_import_session_forget_plans (PzImportSession *self)
{
  g_clear_pointer (&self->framework, pz_case_plan_free);
  g_ptr_array_set_size (self->plans, 0);
  g_ptr_array_set_size (self->targets, 0);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  pz_roster_messages_free (self->messages);
  self->messages = pz_roster_messages_new ();
}

/* ---- a table or names: one class ---- */

static void
list_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Listing *listing = task_data;
  PzTableImport *table = listing->reading != NULL ? pz_import_reading_get_table (listing->reading) : NULL;
  g_autoptr(GPtrArray) people = NULL;
  GError *error = NULL;

  if (table != NULL)
    {
      pz_roster_messages_take (listing->messages, pz_import_reading_get_source_messages (listing->reading));
      pz_roster_messages_take (listing->messages, pz_table_import_get_messages (table));
      people = pz_table_import_list_people (table, listing->messages, &error);
    }
  else
    people = pz_name_list_parse (listing->names, -1, listing->messages, &error);
  if (people != NULL && people->len == 0)
    error = g_error_new_literal (PZ_ERROR, PZ_ERROR_INVALID, _("There is no learner in it"));
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&people), (GDestroyNotify) g_ptr_array_unref);
}

static void
plan_people (PzImportSession *self)
{
  const PzImportClass info = { .name = self->class_name };
  g_autoptr(GError) error = NULL;
  PzImportPlan *plan = pz_import_plan_new (self->into_open ? self->open : NULL, &info, self->people, FALSE, &error);

  if (plan == NULL)
    {
      fail (self, error);
      return;
    }
  g_ptr_array_add (self->plans, plan);
  show_preview (self);
}

static void
open_refreshed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(PzImportSession) self = PZ_IMPORT_SESSION (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;

  if (is_stopped (self))
    return;
  if (pz_classroom_refresh_finish (PZ_CLASSROOM (source), result, &error))
    plan_people (self);
  else
    fail (self, error);
}

static void
people_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(PzImportSession) self = PZ_IMPORT_SESSION (user_data); /* the reference handed over */
  Listing *listing = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = g_task_propagate_pointer (G_TASK (result), &error);

  if (people == NULL)
    {
      fail (self, error);
      return;
    }
  self->people = g_steal_pointer (&people);
  pz_roster_messages_take (self->messages, listing->messages);
  if (self->into_open)
    pz_classroom_refresh_async (self->open, self->cancellable, open_refreshed_cb, g_object_ref (self));
  else
    plan_people (self);
}

static void
list_people (PzImportSession *self)
{
  g_autoptr(GTask) task = g_task_new (NULL, self->cancellable, people_listed_cb, g_object_ref (self));
  Listing *listing = g_new0 (Listing, 1);

  listing->reading = self->reading != NULL ? pz_import_reading_ref (self->reading) : NULL;
  listing->names = g_strdup (self->names);
  listing->messages = pz_roster_messages_new ();
  g_task_set_source_tag (task, list_people);
  g_task_set_task_data (task, listing, listing_free);
  g_task_run_in_thread (task, list_in_thread);
}

/* ---- a roster: its classes, one after the other ---- */

static void
plan_class (PzImportSession *self,
            PzClassroom     *classroom)
{
  const PzRoster *roster = pz_import_reading_get_roster (self->reading);
  const char *id = pz_import_choice_get_sourced_id (g_ptr_array_index (self->targets, 0));
  g_autoptr(GError) error = NULL;
  PzImportPlan *plan;

  plan = pz_import_plan_new_for_class (classroom, roster, pz_roster_find_class (roster, id), &error);
  if (plan == NULL)
    {
      fail (self, error);
      return;
    }
  g_ptr_array_add (self->plans, plan);
  g_ptr_array_remove_index (self->targets, 0);
  plan_next_class (self);
}

static void
class_refreshed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(PzImportSession) self = PZ_IMPORT_SESSION (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;

  if (is_stopped (self))
    return;
  if (pz_classroom_refresh_finish (PZ_CLASSROOM (source), result, &error))
    plan_class (self, PZ_CLASSROOM (source));
  else
    fail (self, error);
}

static void
search_in_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Search *search = task_data;
  GError *error = NULL;
  g_autoptr(GListModel) classes = pz_library_list (search->environment, FALSE, &error);
  PzClassroom *classroom = NULL;

  for (guint i = 0; classes != NULL && classroom == NULL && i < g_list_model_get_n_items (classes); i++)
    {
      g_autoptr(PzClassInfo) info = g_list_model_get_item (classes, i);

      if (g_strcmp0 (pz_class_info_get_sourced_id (info), search->sourced_id) != 0
          || pz_class_info_get_problem (info) != NULL)
        continue;
      classroom = pz_classroom_open (search->environment, pz_class_info_get_path (info), &error);
      break;
    }
  /* not to be held by the thread when the answer is there already */
  g_clear_object (&search->environment);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, classroom, g_object_unref);
}

static void
class_searched_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(PzImportSession) self = PZ_IMPORT_SESSION (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;
  g_autoptr(PzClassroom) classroom = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    fail (self, error);
  else if (classroom != NULL)
    pz_classroom_refresh_async (classroom, self->cancellable, class_refreshed_cb, g_object_ref (self));
  else
    plan_class (self, NULL);
}

static void
search_class (PzImportSession *self,
              const char      *sourced_id)
{
  g_autoptr(GTask) task = g_task_new (NULL, self->cancellable, class_searched_cb, g_object_ref (self));
  Search *search = g_new0 (Search, 1);

  search->environment = g_object_ref (self->environment);
  search->sourced_id = g_strdup (sourced_id);
  g_task_set_source_tag (task, search_class);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_in_thread);
}

/* each class in a turn of its own, so that the window goes on drawing */
static void
plan_next_class (PzImportSession *self)
{
  const char *id;
  PzRecord *owner;

  if (is_stopped (self))
    return;
  if (self->targets->len == 0)
    {
      show_preview (self);
      return;
    }
  id = pz_import_choice_get_sourced_id (g_ptr_array_index (self->targets, 0));
  owner = self->open != NULL ? pz_document_get_owner (pz_classroom_get_document (self->open)) : NULL;
  /* the window's own object, so that its undo takes the import back */
  if (owner != NULL && g_strcmp0 (pz_record_get_text (owner, PZ_CLASSROOM_SOURCED_ID), id) == 0)
    pz_classroom_refresh_async (self->open, self->cancellable, class_refreshed_cb, g_object_ref (self));
  else
    search_class (self, id);
}

static void
plan_classes (PzImportSession *self)
{
  GListModel *choices = G_LIST_MODEL (self->choices);

  pz_roster_messages_take (self->messages, pz_import_reading_get_roster (self->reading)->messages);
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(PzImportChoice) choice = g_list_model_get_item (choices, i);

      if (pz_import_choice_get_chosen (choice))
        g_ptr_array_add (self->targets, g_steal_pointer (&choice));
    }
  plan_next_class (self);
}

static void
reread_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(PzImportSession) self = PZ_IMPORT_SESSION (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;
  PzImportReading *reading = pz_import_reading_finish (result, &error);

  if (reading == NULL)
    {
      fail (self, error);
      return;
    }
  pz_import_reading_unref (self->reading);
  self->reading = reading;
  pz_import_session_take_roster (self);
  /* what was asked for may raise the question how its dates are meant */
  if (self->day_order == PZ_DAY_ORDER_UNKNOWN && pz_import_session_asks_day_order (self))
    pz_import_session_end (self);
  else
    plan_classes (self);
}

static void
reread_roster (PzImportSession *self)
{
  g_autofree const char **columns = (const char **) g_hash_table_get_keys_as_array (self->demographics, NULL);
  const PzOneRosterOptions options = { columns, self->day_order };

  pz_import_reading_reload_async (self->reading, &options, self->cancellable, reread_cb, g_object_ref (self));
}

/**
 * pz_import_session_plan:
 *
 * Finds out what the import would do, and goes to the preview.
 */
void
pz_import_session_plan (PzImportSession *self)
{
  pz_import_session_begin (self, _("Comparing with what is there…"));
  pz_import_session_forget_plans (self);
  if (self->step != PZ_IMPORT_STEP_CLASSES)
    list_people (self);
  else if (self->outdated)
    reread_roster (self);
  else
    plan_classes (self);
}
