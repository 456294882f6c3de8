/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-editor-private.h"

#include "pz-classroom-bulk.h"
#include "pz-classroom-phrases.h"
#include "pz-goal-template.h"
#include "pz-goal-who.h"
#include "pz-goal.h"
#include "pz-privacy.h"
#include "pz-suggestion-list.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (PzGoalEditor, pz_goal_editor, ADW_TYPE_WINDOW)

/* ---- what the draft says ---- */

/* One learner is called by name, of many it is said how many. */
static char *
dup_who (PzGoalEditor *self)
{
  g_auto(GStrv) learners = pz_goal_draft_dup_learners (self->draft);

  return g_strv_length (learners) == 1 ? pz_goal_who_dup_name (self->classroom, learners[0]) : NULL;
}

static void
show_sentence (PzGoalEditor *self)
{
  g_autofree char *who = dup_who (self);
  g_autofree char *sentence = pz_goal_draft_dup_sentence (self->draft, pz_classroom_get_document (self->classroom), who);

  gtk_label_set_label (GTK_LABEL (self->sentence),
                       sentence != NULL ? sentence
                                        : _("The goal stands here as a sentence while you write it, such as: Given a new text, "
                                            "Noor reads aloud, 60 words a minute, by 30 June."));
  gtk_widget_set_tooltip_text (self->sentence, sentence);
  if (sentence != NULL)
    gtk_widget_remove_css_class (self->sentence, "pz-dim");
  else
    gtk_widget_add_css_class (self->sentence, "pz-dim");
}

static const char *
find_hint (GPtrArray *hints,
           guint      field)
{
  for (guint i = 0; i < hints->len; i++)
    if (((PzGoalHint *) hints->pdata[i])->field == field)
      return ((PzGoalHint *) hints->pdata[i])->text;
  return NULL;
}

static void
show_hints (PzGoalEditor *self)
{
  PzDocument *classroom = pz_classroom_get_document (self->classroom);
  g_autoptr(GPtrArray) hints = pz_goal_draft_check (self->draft, classroom);
  PzRecord *measure = pz_goal_find_measure (pz_goal_draft_get_goal (self->draft), classroom);

  for (guint i = 0; i < PZ_N_GOAL_FORMS; i++)
    for (guint field = 0; field < PZ_N_GOAL_FIELDS; field++)
      pz_form_show_hint (PZ_FORM (self->forms[i]), field, find_hint (hints, field));
  pz_goal_editor_show_levels (self, measure != NULL
                                      && g_strcmp0 (pz_record_get_text (measure, PZ_MEASURE_KIND), "goal-attainment") == 0,
                              find_hint (hints, PZ_GOAL_HINT_AT_LEVELS));
}

static void
show_save (PzGoalEditor *self)
{
  g_autoptr(GError) error = NULL;

  gtk_widget_set_sensitive (self->save_button, pz_goal_draft_may_keep (self->draft, &error));
  gtk_widget_set_tooltip_text (self->save_button, error != NULL ? error->message : NULL);
}

static void
draft_changed_cb (PzGoalEditor *self)
{
  pz_goal_editor_offer_links (self);
  show_sentence (self);
  show_hints (self);
  show_save (self);
}

static void
class_changed_cb (PzGoalEditor *self,
                  PzRecord     *record)
{
  if (pz_record_get_record_type (record) == PZ_RECORD_MEASURE)
    draft_changed_cb (self);
}

/* ---- what was written before ---- */

static void
offer (GtkWidget           *entry,
       const PzGoalPhrases *phrases,
       guint                field)
{
  g_auto(GStrv) values = pz_goal_phrases_dup (phrases, field);

  pz_suggestion_list_set_values (PZ_SUGGESTION_LIST (pz_suggestion_list_attach (entry)), (const char * const *) values);
}

/* without it, only what is offered is missing */
static void
collected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(PzGoalEditor) self = PZ_GOAL_EDITOR (user_data);
  g_autoptr(PzGoalPhrases) phrases = pz_classroom_collect_phrases_finish (PZ_CLASSROOM (source), result, NULL);

  if (phrases == NULL || self->collecting == NULL)
    return;
  offer (self->condition, phrases, PZ_GOAL_CONDITION);
  offer (self->behaviour, phrases, PZ_GOAL_BEHAVIOUR);
}

static void
collect_phrases (PzGoalEditor *self)
{
  self->collecting = g_cancellable_new ();
  pz_classroom_collect_phrases_async (self->classroom, self->collecting, collected_cb, g_object_ref (self));
}

/* ---- into the class ---- */

/* The window of the application, below dialogs of all kinds. */
static void
tell (GtkWindow  *window,
      const char *action,
      const char *text)
{
  while (window != NULL && gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), action, "s", text);
}

static void
given_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GtkWindow) parent = GTK_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;
  guint n_changed, n_skipped;

  if (!pz_classroom_bulk_finish (PZ_CLASSROOM (source), result, &n_changed, &n_skipped, &error))
    {
      tell (parent, "win.show-message", error->message);
      return;
    }
  if (n_skipped > 0)
    /* Translators: %1$u learners got a goal, of %2$u the file cannot be read */
    message = g_strdup_printf (ngettext ("Goal given to %1$u learner; %2$u could not be read",
                                         "Goal given to %1$u learners; %2$u could not be read", n_changed),
                               n_changed, n_skipped);
  else
    /* Translators: %u is how many */
    message = g_strdup_printf (ngettext ("Goal given to %u learner", "Goal given to %u learners", n_changed), n_changed);
  tell (parent, "win.show-undo", message);
}

static void
give_to_many (PzGoalEditor       *self,
              const char * const *learners)
{
  PzBulkChange change = { .kind = PZ_BULK_GIVE_GOAL, .goal = self->draft };
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    pz_classroom_bulk_async (self->classroom, learners, &change, NULL, NULL, given_cb, g_object_ref (parent));
  else
    pz_classroom_bulk_async (self->classroom, learners, &change, NULL, NULL, NULL, NULL);
}

/* Returns: whether the dialog has done its work. */
static gboolean
add_to (PzGoalEditor *self,
        PzDocument   *document)
{
  pz_goal_draft_add_to (self->draft, document);
  pz_classroom_queue_save (self->classroom, C_("undo", "New goal"));
  tell (gtk_window_get_transient_for (GTK_WINDOW (self)), "win.show-undo", _("Goal added"));
  return TRUE;
}

static gboolean
add_to_learner (PzGoalEditor *self,
                const char   *id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzDocument) document = pz_classroom_load (self->classroom, PZ_DOCUMENT_LEARNER, id, &error);

  if (document != NULL)
    return add_to (self, document);
  pz_form_show_problem (PZ_FORM (self->forms[PZ_GOAL_FORM_WHAT]), PZ_GOAL_TITLE, error->message);
  return FALSE;
}

static gboolean
add_new (PzGoalEditor *self)
{
  g_auto(GStrv) learners = pz_goal_draft_dup_learners (self->draft);

  if (pz_goal_draft_is_shared (self->draft) && g_strv_length (learners) > 1)
    return add_to (self, pz_classroom_get_document (self->classroom));
  if (g_strv_length (learners) == 1)
    return add_to_learner (self, learners[0]);
  give_to_many (self, (const char * const *) learners);
  return TRUE;
}

static void
change (PzGoalEditor *self)
{
  if (!pz_goal_draft_change (self->draft, self->home, self->goal))
    return;
  pz_classroom_queue_save (self->classroom, C_("undo", "Change of a goal"));
  tell (gtk_window_get_transient_for (GTK_WINDOW (self)), "win.show-undo", _("Goal changed"));
}

static gboolean
save_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  pz_goal_editor_save (PZ_GOAL_EDITOR (widget));
  return GDK_EVENT_STOP;
}

static void
pz_goal_editor_dispose (GObject *object)
{
  PzGoalEditor *self = PZ_GOAL_EDITOR (object);

  g_cancellable_cancel (self->collecting);
  g_clear_object (&self->collecting);
  g_clear_object (&self->classroom);
  g_clear_object (&self->draft);
  g_clear_object (&self->learner);
  g_clear_object (&self->home);
  g_clear_object (&self->goal);
  g_clear_pointer (&self->linked, g_strfreev);
  G_OBJECT_CLASS (pz_goal_editor_parent_class)->dispose (object);
}

static void
pz_goal_editor_class_init (PzGoalEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_goal_editor_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-goal-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, PzGoalEditor, title);
  gtk_widget_class_bind_template_child (widget_class, PzGoalEditor, save_button);
  gtk_widget_class_bind_template_child (widget_class, PzGoalEditor, sentence);
  gtk_widget_class_bind_template_child (widget_class, PzGoalEditor, box);
  gtk_widget_class_bind_template_callback (widget_class, pz_goal_editor_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_goal_editor_init (PzGoalEditor *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                                                          gtk_callback_action_new (save_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Names are hidden now, or shown again. */
static void
show_names (PzGoalEditor *self)
{
  g_autofree char *who = dup_who (self);

  adw_window_title_set_subtitle (self->title, who);
  show_sentence (self);
}

static void
set_up (PzGoalEditor *self)
{
  gboolean locked = pz_classroom_is_read_only (self->classroom);

  gtk_window_set_title (GTK_WINDOW (self), self->goal != NULL ? _("Goal") : _("New Goal"));
  adw_window_title_set_title (self->title, gtk_window_get_title (GTK_WINDOW (self)));
  show_names (self);
  pz_goal_editor_add_forms (self);
  gtk_widget_set_sensitive (self->box, !locked);
  gtk_widget_set_visible (self->save_button, !locked);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (show_names), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_classroom_get_document (self->classroom), "changed", G_CALLBACK (class_changed_cb), self,
                           G_CONNECT_SWAPPED);
  draft_changed_cb (self);
  gtk_widget_grab_focus (self->first);
  if (!locked)
    collect_phrases (self);
}

/**
 * pz_goal_editor_new:
 * @classroom: saves what is written
 * @learners: whom the goal is for
 *
 * Returns: (transfer none): a window for a new goal, not yet shown
 */
GtkWidget *
pz_goal_editor_new (PzClassroom        *classroom,
                    const char * const *learners)
{
  PzGoalEditor *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && learners != NULL, NULL);

  self = g_object_new (PZ_TYPE_GOAL_EDITOR, NULL);
  self->classroom = g_object_ref (classroom);
  self->draft = pz_goal_draft_new (pz_classroom_get_environment (classroom));
  pz_goal_draft_set_learners (self->draft, learners);
  set_up (self);
  return GTK_WIDGET (self);
}

/**
 * pz_goal_editor_new_of:
 * @classroom: saves what is changed
 * @learner: the document of a learner
 * @goal: a goal of the learner, or one of the class that the learner shares
 *
 * Returns: (transfer none): a window to change the goal, not yet shown
 */
GtkWidget *
pz_goal_editor_new_of (PzClassroom *classroom,
                       PzDocument  *learner,
                       PzRecord    *goal)
{
  PzGoalEditor *self;
  PzDocument *own;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (learner) && PZ_IS_RECORD (goal), NULL);

  own = pz_classroom_get_document (classroom);
  self = g_object_new (PZ_TYPE_GOAL_EDITOR, NULL);
  self->classroom = g_object_ref (classroom);
  self->learner = g_object_ref (learner);
  self->home = g_object_ref (pz_document_find (own, pz_record_get_id (goal)) == goal ? own : learner);
  self->goal = g_object_ref (goal);
  self->draft = pz_goal_draft_new_of (self->home, goal);
  set_up (self);
  return GTK_WIDGET (self);
}

/**
 * pz_goal_editor_get_draft:
 * @self: the editor
 *
 * Returns: (transfer none): the goal as it is written
 */
PzGoalDraft *
pz_goal_editor_get_draft (PzGoalEditor *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_EDITOR (self), NULL);
  return self->draft;
}

/**
 * pz_goal_editor_get_hint:
 * @self: the editor
 * @field: of a goal
 *
 * Returns: (nullable): what is said below the field
 */
const char *
pz_goal_editor_get_hint (PzGoalEditor *self,
                         guint         field)
{
  g_return_val_if_fail (PZ_IS_GOAL_EDITOR (self), NULL);

  for (guint i = 0; i < PZ_N_GOAL_FORMS; i++)
    if (pz_form_get_hint (PZ_FORM (self->forms[i]), field) != NULL)
      return pz_form_get_hint (PZ_FORM (self->forms[i]), field);
  return NULL;
}

/**
 * pz_goal_editor_save:
 * @self: the editor
 *
 * Writes the goal into the class and closes; one step to undo, for however many learners. Stays open while something
 * that was typed does not fit its field, or the goal has no name.
 */
void
pz_goal_editor_save (PzGoalEditor *self)
{
  gboolean fits = TRUE;

  g_return_if_fail (PZ_IS_GOAL_EDITOR (self));

  for (guint i = 0; i < PZ_N_GOAL_FORMS; i++)
    fits &= pz_form_commit (PZ_FORM (self->forms[i]));
  if (!fits || pz_classroom_is_read_only (self->classroom) || !pz_goal_draft_may_keep (self->draft, NULL))
    return;
  if (self->goal != NULL)
    change (self);
  else if (!add_new (self))
    return;
  gtk_window_destroy (GTK_WINDOW (self));
}

/**
 * pz_goal_editor_keep_as_template:
 * @self: the editor
 *
 * Keeps the goal as a template of the class, called by its title.
 */
void
pz_goal_editor_keep_as_template (PzGoalEditor *self)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (PZ_IS_GOAL_EDITOR (self));

  title = pz_goal_draft_dup_title (self->draft);
  if (title == NULL)
    {
      pz_form_show_problem (PZ_FORM (self->forms[PZ_GOAL_FORM_WHAT]), PZ_GOAL_TITLE, _("A template is found by its title."));
      return;
    }
  name = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), 100)); /* the longest name of a template */
  if (pz_goal_template_save (pz_classroom_get_document (self->classroom), name, self->draft, &error) == NULL)
    {
      pz_form_show_problem (PZ_FORM (self->forms[PZ_GOAL_FORM_WHAT]), PZ_GOAL_TITLE, error->message);
      return;
    }
  pz_classroom_queue_save (self->classroom, C_("undo", "New template"));
  /* Translators: %s is the name of a template */
  message = g_strdup_printf (_("“%s” is a template now"), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->keep_row), message);
}
