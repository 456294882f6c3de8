/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learners-actions.h"

#include "pz-classroom-bulk.h"
#include "pz-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A change of many learners under way. */
typedef struct
{
  PzLearnersView *view;
  PzBulkKind kind;
  char *value;
} Running;

static void
running_free (Running *running)
{
  g_object_unref (running->view);
  g_free (running->value);
  g_free (running);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Running, running_free)

static PzLearnersPane *
get_pane (PzLearnersView *view)
{
  return pz_learners_view_get_pane (view);
}

/* ---- what was done, in words ---- */

static char *
dup_message (const Running *running,
             guint          n)
{
  switch (running->kind)
    {
    case PZ_BULK_SET_LEVEL:
      return g_strdup_printf (ngettext ("Level of %u learner changed", "Level of %u learners changed", n), n);
    case PZ_BULK_SET_LENS:
      return g_strdup_printf (ngettext ("Value of %u learner changed", "Value of %u learners changed", n), n);
    case PZ_BULK_ADD:
      /* Translators: %1$s is what was added, such as Reading, %2$u is a number of learners */
      return g_strdup_printf (ngettext ("“%1$s” added to %2$u learner", "“%1$s” added to %2$u learners", n),
                              running->value, n);
    case PZ_BULK_ABSENT:
      return g_strdup_printf (ngettext ("%u learner is absent today", "%u learners are absent today", n), n);
    case PZ_BULK_ARCHIVE:
      return g_strdup_printf (ngettext ("%u learner archived", "%u learners archived", n), n);
    case PZ_BULK_UNARCHIVE:
      return g_strdup_printf (ngettext ("%u learner is back in the class", "%u learners are back in the class", n), n);
    case PZ_BULK_DELETE:
    default:
      return g_strdup_printf (ngettext ("%u learner deleted", "%u learners deleted", n), n);
    }
}

static void
tell (Running *running,
      guint    n_changed,
      guint    n_skipped)
{
  g_autofree char *message = n_changed > 0 ? dup_message (running, n_changed) : g_strdup (_("Nothing had to be changed"));
  const char *action = n_changed > 0 ? "win.show-undo" : "win.show-message";

  if (n_skipped > 0)
    {
      g_autofree char *done = g_steal_pointer (&message);

      /* Translators: %1$s is what was done, as a sentence; %2$u is a number of learners whose files cannot be read */
      message = g_strdup_printf (ngettext ("%1$s; %2$u could not be read", "%1$s; %2$u could not be read", n_skipped),
                                 done, n_skipped);
    }
  gtk_widget_activate_action (GTK_WIDGET (running->view), action, "s", message);
}

/* ---- doing it ---- */

static void
progress_cb (guint    done,
             guint    total,
             gpointer user_data)
{
  Running *running = user_data;

  pz_learners_pane_show_progress (get_pane (running->view), done, total);
}

static gboolean
takes_out_of_list (PzBulkKind kind)
{
  return kind == PZ_BULK_ARCHIVE || kind == PZ_BULK_UNARCHIVE || kind == PZ_BULK_DELETE;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Running) running = user_data;
  g_autoptr(GError) error = NULL;
  guint n_changed, n_skipped;

  if (pz_classroom_bulk_finish (PZ_CLASSROOM (source), result, &n_changed, &n_skipped, &error))
    tell (running, n_changed, n_skipped);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (running->view), "win.show-message", "s", error->message);
  pz_learners_pane_end_progress (get_pane (running->view));
  if (error == NULL && takes_out_of_list (running->kind))
    pz_learners_pane_set_selecting (get_pane (running->view), FALSE);
}

static void
run (PzLearnersView     *view,
     const PzBulkChange *change)
{
  PzClassroom *classroom = pz_learners_view_get_classroom (view);
  g_auto(GStrv) ids = NULL;
  Running *running;

  if (classroom == NULL || pz_learners_pane_is_in_progress (get_pane (view)))
    return;
  pz_view_commit (PZ_VIEW (view));
  ids = pz_learners_view_dup_selected (view);
  if (ids[0] == NULL)
    return;
  running = g_new0 (Running, 1);
  running->view = g_object_ref (view);
  running->kind = change->kind;
  running->value = g_strdup (change->value);
  pz_classroom_bulk_async (classroom, (const char * const *) ids, change, progress_cb,
                           pz_learners_pane_begin_progress (get_pane (view)), done_cb, running);
}

/* ---- the actions ---- */

static void
set_level_cb (GSimpleAction *action,
              GVariant      *level,
              gpointer       window)
{
  const char *id = g_variant_get_string (level, NULL);
  PzBulkChange change = { .kind = PZ_BULK_SET_LEVEL, .value = *id != '\0' ? id : NULL };

  run (pz_window_get_learners_view (window), &change);
}

/* value: LENS:VALUE, or LENS: for none */
static void
set_lens_cb (GSimpleAction *action,
             GVariant      *value,
             gpointer       window)
{
  g_auto(GStrv) parts = g_strsplit (g_variant_get_string (value, NULL), ":", 2);
  PzBulkChange change = { .kind = PZ_BULK_SET_LENS };

  if (g_strv_length (parts) != 2)
    return;
  change.lens = parts[0];
  change.value = *parts[1] != '\0' ? parts[1] : NULL;
  run (pz_window_get_learners_view (window), &change);
}

/* parameters: name of a set of learners, text */
static void
add_to_learners_cb (GSimpleAction *action,
                    GVariant      *parameters,
                    gpointer       window)
{
  PzBulkChange change = { .kind = PZ_BULK_ADD };
  const char *name;
  int field;

  g_variant_get (parameters, "(&s&s)", &name, &change.value);
  field = pz_schema_find_field (PZ_RECORD_LEARNER, name);
  if (field < 0 || (pz_schema_get_record (PZ_RECORD_LEARNER)->fields[field].flags & PZ_FIELD_SET) == 0)
    return;
  change.field = (guint) field;
  run (pz_window_get_learners_view (window), &change);
}

static void
mark_absent_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       window)
{
  PzBulkChange change = { .kind = PZ_BULK_ABSENT };

  run (pz_window_get_learners_view (window), &change);
}

static void
archive_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       window)
{
  PzBulkChange change = { .kind = PZ_BULK_ARCHIVE };

  run (pz_window_get_learners_view (window), &change);
}

static void
unarchive_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       window)
{
  PzBulkChange change = { .kind = PZ_BULK_UNARCHIVE };

  run (pz_window_get_learners_view (window), &change);
}

static void
select_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       window)
{
  PzLearnersPane *pane = get_pane (pz_window_get_learners_view (window));

  pz_learners_pane_set_selecting (pane, !pz_learners_pane_get_selecting (pane));
  pz_learners_pane_focus_list (pane);
}

static void
select_all_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       window)
{
  pz_learners_pane_select_all (get_pane (pz_window_get_learners_view (window)));
}

static void
clear_filters_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       window)
{
  PzFilterModel *filters = pz_learners_pane_get_filters (get_pane (pz_window_get_learners_view (window)));

  if (filters != NULL)
    pz_filter_model_set (filters, NULL);
}

static const GActionEntry entries[] = {
  { .name = "select-learners", .activate = select_cb },
  { .name = "select-all-learners", .activate = select_all_cb },
  { .name = "clear-filters", .activate = clear_filters_cb },
  { .name = "set-level", .activate = set_level_cb, .parameter_type = "s" },
  { .name = "set-lens", .activate = set_lens_cb, .parameter_type = "s" },
  { .name = "add-to-learners", .activate = add_to_learners_cb, .parameter_type = "(ss)" },
  { .name = "mark-absent", .activate = mark_absent_cb },
  { .name = "archive-learners", .activate = archive_cb },
  { .name = "unarchive-learners", .activate = unarchive_cb },
};

/* The first so many only look; the others write. */
#define N_READING 3

/**
 * pz_learners_actions_add:
 * @window: gets the actions; a #PzWindow
 *
 * The commands for the list and for the selected learners.
 */
void
pz_learners_actions_add (GActionMap *window)
{
  g_return_if_fail (PZ_IS_WINDOW (window));
  g_action_map_add_action_entries (window, entries, G_N_ELEMENTS (entries), window);
}

/**
 * pz_learners_actions_set_enabled:
 * @map: has the actions
 * @has_class: whether a class is shown
 * @writable: whether it can be changed
 *
 * Offers what can be done now.
 */
void
pz_learners_actions_set_enabled (GActionMap *map,
                                 gboolean    has_class,
                                 gboolean    writable)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, entries[i].name)),
                                 i < N_READING ? has_class : writable);
}

/**
 * pz_learners_actions_delete_several:
 * @view: the view
 *
 * Moves the selected learners to the trash without keeping the window waiting, when they are more than one.
 *
 * Returns: whether they are
 */
gboolean
pz_learners_actions_delete_several (PzLearnersView *view)
{
  PzBulkChange change = { .kind = PZ_BULK_DELETE };
  g_auto(GStrv) ids = NULL;

  g_return_val_if_fail (PZ_IS_LEARNERS_VIEW (view), FALSE);

  ids = pz_learners_view_dup_selected (view);
  if (g_strv_length (ids) < 2)
    return FALSE;
  run (view, &change);
  return TRUE;
}
