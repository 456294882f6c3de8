/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-actions.h"

#include "pz-goal-editor.h"
#include "pz-phase-dialog.h"

#include <glib/gi18n-lib.h>

/* A goal of a learner, found by the parameters of an action. */
typedef struct
{
  PzClassroom *classroom;
  PzDocument *learner;
  PzDocument *home; /* the document the goal stands in */
  PzRecord *goal;
} Found;

static void
found_clear (Found *found)
{
  g_clear_object (&found->learner);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

static PzRecord *
find_record (PzDocument   *document,
             PzRecordType  type,
             const char   *id)
{
  PzRecord *record = pz_document_find (document, id);

  return record != NULL && pz_record_get_record_type (record) == type && !pz_record_is_deleted (record) ? record : NULL;
}

/* Says what is wrong when there is no such goal any more. */
static gboolean
find (PzWindow   *window,
      const char *learner,
      const char *goal,
      Found      *found)
{
  g_autoptr(GError) error = NULL;

  found->classroom = pz_window_get_classroom (window);
  if (found->classroom == NULL)
    return FALSE;
  if (pz_window_get_view (window) != NULL)
    pz_view_commit (pz_window_get_view (window)); /* what is being typed stays a step of its own */
  found->learner = pz_classroom_load (found->classroom, PZ_DOCUMENT_LEARNER, learner, &error);
  if (found->learner == NULL)
    {
      pz_window_show_error (window, error);
      return FALSE;
    }
  found->home = found->learner;
  found->goal = find_record (found->home, PZ_RECORD_GOAL, goal);
  if (found->goal == NULL)
    {
      found->home = pz_classroom_get_document (found->classroom);
      found->goal = find_record (found->home, PZ_RECORD_GOAL, goal);
    }
  if (found->goal == NULL)
    pz_window_show_message (window, _("This goal is not there any more."));
  return found->goal != NULL;
}

static void
present (PzWindow  *window,
         GtkWidget *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Those selected in the list, or the one whose goal is shown; with nobody, the editor asks whom the goal is for. */
static GStrv
dup_learners (PzWindow *window)
{
  PzView *view = pz_window_get_view (window);
  PzDocument *learner = pz_window_get_shown_learner (window);
  const char *only[] = { learner != NULL ? pz_document_get_id (learner) : NULL, NULL };

  return PZ_IS_LEARNERS_VIEW (view) ? pz_learners_view_dup_selected (PZ_LEARNERS_VIEW (view)) : g_strdupv ((char **) only);
}

static void
new_goal_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       window)
{
  g_auto(GStrv) learners = NULL;

  if (pz_window_get_view (window) == NULL)
    return;
  pz_view_commit (pz_window_get_view (window));
  learners = dup_learners (window);
  present (window, pz_goal_editor_new (pz_window_get_classroom (window), (const char * const *) learners));
}

static void
edit_goal_cb (GSimpleAction *action,
              GVariant      *ids,
              gpointer       window)
{
  g_auto(Found) found = { 0 };
  const char *learner, *goal;

  g_variant_get (ids, "(&s&s)", &learner, &goal);
  if (find (window, learner, goal, &found))
    present (window, pz_goal_editor_new_of (found.classroom, found.learner, found.goal));
}

static void
delete_goal_cb (GSimpleAction *action,
                GVariant      *ids,
                gpointer       window)
{
  g_auto(Found) found = { 0 };
  const char *learner, *goal;

  g_variant_get (ids, "(&s&s)", &learner, &goal);
  if (!find (window, learner, goal, &found))
    return;
  pz_document_delete (found.home, found.goal);
  pz_classroom_queue_save (found.classroom, C_("undo", "Deletion of a goal"));
  pz_window_show_undo (window, _("Goal deleted"));
}

static void
new_phase_cb (GSimpleAction *action,
              GVariant      *ids,
              gpointer       window)
{
  g_auto(Found) found = { 0 };
  const char *learner, *goal;

  g_variant_get (ids, "(&s&s)", &learner, &goal);
  if (find (window, learner, goal, &found))
    present (window, pz_phase_dialog_new (found.classroom, found.learner, found.goal, NULL));
}

static void
edit_phase_cb (GSimpleAction *action,
               GVariant      *ids,
               gpointer       window)
{
  g_auto(Found) found = { 0 };
  const char *learner, *goal, *id;
  PzRecord *phase;

  g_variant_get (ids, "(&s&s&s)", &learner, &goal, &id);
  if (!find (window, learner, goal, &found))
    return;
  phase = find_record (found.home, PZ_RECORD_PHASE, id);
  if (phase != NULL)
    present (window, pz_phase_dialog_new (found.classroom, found.learner, found.goal, phase));
}

static const GActionEntry entries[] = {
  { .name = "new-goal", .activate = new_goal_cb },
  { .name = "edit-goal", .activate = edit_goal_cb, .parameter_type = "(ss)" },
  { .name = "delete-goal", .activate = delete_goal_cb, .parameter_type = "(ss)" },
  { .name = "new-phase", .activate = new_phase_cb, .parameter_type = "(ss)" },
  { .name = "edit-phase", .activate = edit_phase_cb, .parameter_type = "(sss)" },
};

/**
 * pz_goal_actions_add:
 * @window: gets the actions
 */
void
pz_goal_actions_add (PzWindow *window)
{
  g_return_if_fail (PZ_IS_WINDOW (window));
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
}

/**
 * pz_goal_actions_set_enabled:
 * @window: has the actions
 * @writable: whether a class is shown that can be changed
 */
void
pz_goal_actions_set_enabled (PzWindow *window,
                             gboolean  writable)
{
  g_return_if_fail (PZ_IS_WINDOW (window));

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (window), entries[i].name)),
                                 writable);
}
