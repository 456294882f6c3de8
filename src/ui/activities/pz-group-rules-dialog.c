/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-rules-dialog.h"

#include "pz-activity-words.h"
#include "pz-choice-row.h"
#include "pz-compat.h"
#include "pz-group-formation.h"
#include "pz-group-presets.h"
#include "pz-grouping-rule.h"
#include "pz-i18n.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

struct _PzGroupRulesDialog
{
  AdwWindow parent_instance;

  PzClassroom *classroom;
  PzDocument *activity;
  PzGroupWishKind kind;
  GtkWidget *first;  /* choice row of a learner */
  GtkWidget *second;

  GtkWidget *hint;
  GtkWidget *choices;
  GtkWidget *always; /* for every activity, not for this one alone */
  GtkWidget *add_button;
  GtkWidget *rules;
};

G_DEFINE_FINAL_TYPE (PzGroupRulesDialog, pz_group_rules_dialog, ADW_TYPE_WINDOW)

/* A learner to choose. */
typedef struct
{
  char *id;
  char *name;
  char *key;
} Person;

static void
person_clear (gpointer data)
{
  Person *person = data;

  g_free (person->id);
  g_free (person->name);
  g_free (person->key);
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const Person *x = a, *y = b;
  int order = strcmp (x->key, y->key);

  return order != 0 ? order : strcmp (x->id, y->id);
}

static GArray *
list_people (PzGroupRulesDialog *self)
{
  PzIndex *index = pz_classroom_get_index (self->classroom);
  GArray *people = g_array_new (FALSE, FALSE, sizeof (Person));

  g_array_set_clear_func (people, person_clear);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (G_LIST_MODEL (index), i);
      Person person;

      if (pz_index_peek_flags (index, i) & (PZ_INDEX_DELETED | PZ_INDEX_ARCHIVED))
        continue;
      person.id = g_strdup (pz_learner_row_get_id (row));
      person.name = pz_privacy_dup_row_name (row);
      person.key = g_utf8_collate_key (pz_learner_row_get_display_name (row), -1);
      g_array_append_val (people, person);
    }
  g_array_sort (people, compare_people);
  return people;
}

static PzGroupRequest *
dup_request (PzGroupRulesDialog *self)
{
  g_autoptr(PzGroupOrder) order = pz_group_order_of_activity (self->activity,
                                                              pz_activity_words_get_today (self->classroom));

  return pz_group_request_copy (order->request);
}

static void
take (PzGroupRulesDialog *self,
      PzGroupRequest     *request)
{
  g_autofree char *text = pz_group_request_to_text (request);

  pz_record_set_text (pz_document_get_owner (self->activity), PZ_ACTIVITY_CRITERIA, text);
  pz_classroom_queue_save (self->classroom, C_("undo", "Rule for groups"));
}

static void
remove_cb (GtkButton *button,
           gpointer   user_data)
{
  PzGroupRulesDialog *self = PZ_GROUP_RULES_DIALOG (user_data);
  guint nth = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "nth"));
  g_autoptr(PzGroupRequest) request = dup_request (self);

  if (nth >= request->settings->wishes->len)
    return;
  pz_group_request_remove (request, nth);
  gtk_widget_grab_focus (self->first);
  take (self, request);
}

/* of a rule of the class */
static void
remove_always_cb (GtkButton *button,
                  gpointer   user_data)
{
  PzGroupRulesDialog *self = PZ_GROUP_RULES_DIALOG (user_data);
  PzDocument *classroom = pz_classroom_get_document (self->classroom);
  PzRecord *rule = pz_document_find (classroom, g_object_get_data (G_OBJECT (button), "rule"));

  if (rule == NULL)
    return;
  gtk_widget_grab_focus (self->first);
  pz_document_delete (classroom, rule);
  pz_classroom_queue_save (self->classroom, C_("undo", "Rule for groups"));
}

static char *
dup_names (PzGroupRulesDialog *self,
           GArray             *people,
           char              **learners)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (char **id = learners; *id != NULL; id++)
    for (guint i = 0; i < people->len; i++)
      if (g_str_equal (g_array_index (people, Person, i).id, *id))
        g_ptr_array_add (names, g_array_index (people, Person, i).name);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (C_("names", ", "), (char **) names->pdata);
}

/* Returns: (transfer none): the button that takes the rule away, to be connected */
static GtkWidget *
add_row (PzGroupRulesDialog *self,
         GArray             *people,
         char              **learners,
         gboolean            always)
{
  g_autofree char *names = dup_names (self, people, learners);
  /* Translators: %s is names of learners */
  g_autofree char *label = g_strdup_printf (C_("groups", "Remove the rule for %s"), names);
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), names);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (always)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), C_("groups", "always"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  pz_widget_set_spoken_name (button, label);
  gtk_widget_set_sensitive (button, !pz_classroom_is_read_only (self->classroom));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (GTK_LIST_BOX (self->rules), row);
  return button;
}

static void
add_rules_of_the_class (PzGroupRulesDialog *self,
                        GArray             *people)
{
  g_autoptr(GPtrArray) rules = pz_grouping_rule_list (pz_classroom_get_document (self->classroom), self->kind);

  for (guint i = 0; i < rules->len; i++)
    {
      g_auto(GStrv) learners = pz_record_dup_set (rules->pdata[i], PZ_GROUPING_RULE_LEARNERS);
      GtkWidget *button = add_row (self, people, learners, TRUE);

      g_object_set_data_full (G_OBJECT (button), "rule", g_strdup (pz_record_get_id (rules->pdata[i])), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (remove_always_cb), self, 0);
    }
}

static void
update (PzGroupRulesDialog *self)
{
  g_autoptr(PzGroupRequest) request = dup_request (self);
  g_autoptr(GArray) people = list_people (self);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->rules)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rules), row);
  for (guint i = 0; i < request->settings->wishes->len; i++)
    {
      const PzGroupWish *wish = g_ptr_array_index (request->settings->wishes, i);

      if (wish->kind == self->kind)
        {
          GtkWidget *button = add_row (self, people, wish->learners, FALSE);

          g_object_set_data (G_OBJECT (button), "nth", GUINT_TO_POINTER (i));
          g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
        }
    }
  add_rules_of_the_class (self, people);
  gtk_widget_set_visible (self->rules, gtk_widget_get_first_child (self->rules) != NULL);
}

static void
chosen_cb (PzGroupRulesDialog *self)
{
  const char *a = pz_choice_row_get_value (PZ_CHOICE_ROW (self->first));
  const char *b = pz_choice_row_get_value (PZ_CHOICE_ROW (self->second));

  gtk_widget_set_sensitive (self->add_button, a != NULL && b != NULL && !g_str_equal (a, b));
}

static void
add_clicked_cb (PzGroupRulesDialog *self)
{
  g_autofree char *a = g_strdup (pz_choice_row_get_value (PZ_CHOICE_ROW (self->first)));
  g_autofree char *b = g_strdup (pz_choice_row_get_value (PZ_CHOICE_ROW (self->second)));

  if (a == NULL || b == NULL || g_str_equal (a, b))
    return;
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->always)))
    {
      pz_grouping_rule_set (pz_classroom_get_document (self->classroom), self->kind, a, b);
      pz_classroom_queue_save (self->classroom, C_("undo", "Rule for groups"));
    }
  else
    pz_group_rules_dialog_add (self, a, b);
  pz_choice_row_select (PZ_CHOICE_ROW (self->first), NULL);
  pz_choice_row_select (PZ_CHOICE_ROW (self->second), NULL);
  gtk_widget_grab_focus (self->first);
}

static void
changed_cb (PzGroupRulesDialog *self,
            PzRecord           *record)
{
  if (record == pz_document_get_owner (self->activity))
    update (self);
}

static void
class_changed_cb (PzGroupRulesDialog *self,
                  PzRecord           *record)
{
  if (pz_record_get_record_type (record) == PZ_RECORD_GROUPING_RULE)
    update (self);
}

static void
pz_group_rules_dialog_dispose (GObject *object)
{
  PzGroupRulesDialog *self = PZ_GROUP_RULES_DIALOG (object);

  g_clear_object (&self->classroom);
  g_clear_object (&self->activity);
  G_OBJECT_CLASS (pz_group_rules_dialog_parent_class)->dispose (object);
}

static void
pz_group_rules_dialog_class_init (PzGroupRulesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_group_rules_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-group-rules-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PzGroupRulesDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, PzGroupRulesDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, PzGroupRulesDialog, always);
  gtk_widget_class_bind_template_child (widget_class, PzGroupRulesDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, PzGroupRulesDialog, rules);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_group_rules_dialog_init (PzGroupRulesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
add_choice (PzGroupRulesDialog *self,
            const char         *title)
{
  g_autoptr(GArray) people = list_people (self);
  g_autoptr(GPtrArray) ids = g_ptr_array_new (), names = g_ptr_array_new ();
  GtkWidget *row = pz_choice_row_new_free (title, C_("groups", "Choose a learner"));

  for (guint i = 0; i < people->len; i++)
    {
      g_ptr_array_add (ids, g_array_index (people, Person, i).id);
      g_ptr_array_add (names, g_array_index (people, Person, i).name);
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (names, NULL);
  pz_choice_row_set_choices (PZ_CHOICE_ROW (row), (const char *const *) ids->pdata, (const char *const *) names->pdata);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->choices), row);
  return row;
}

/**
 * pz_group_rules_dialog_new:
 * @classroom: saves what is changed
 * @activity: the document of an activity
 * @kind: %PZ_WISH_TOGETHER or %PZ_WISH_APART
 *
 * Returns: (transfer none): a window, not yet shown
 */
GtkWidget *
pz_group_rules_dialog_new (PzClassroom     *classroom,
                           PzDocument      *activity,
                           PzGroupWishKind  kind)
{
  PzGroupRulesDialog *self;
  gboolean together = kind == PZ_WISH_TOGETHER;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (activity), NULL);
  g_return_val_if_fail (kind == PZ_WISH_TOGETHER || kind == PZ_WISH_APART, NULL);

  self = g_object_new (PZ_TYPE_GROUP_RULES_DIALOG, NULL);
  self->classroom = g_object_ref (classroom);
  self->activity = g_object_ref (activity);
  self->kind = kind;
  gtk_window_set_title (GTK_WINDOW (self), together ? C_("groups", "Keep Together") : C_("groups", "Keep Apart"));
  gtk_label_set_label (GTK_LABEL (self->hint), together ? C_("groups", "These learners are always in one group.")
                                                        : C_("groups", "These learners are never in one group."));
  self->first = add_choice (self, C_("groups", "Learner"));
  self->second = add_choice (self, together ? C_("groups", "Together with") : C_("groups", "Apart from"));
  gtk_widget_set_sensitive (self->choices, !pz_classroom_is_read_only (classroom));
  g_signal_connect_object (activity, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (activity, "reloaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_classroom_get_document (classroom), "changed", G_CALLBACK (class_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_classroom_get_document (classroom), "reloaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  chosen_cb (self);
  update (self);
  gtk_widget_grab_focus (self->first);
  return GTK_WIDGET (self);
}

/**
 * pz_group_rules_dialog_add:
 * @self: the dialog
 * @a: id of a learner
 * @b: id of another one
 *
 * Adds a rule for the two, as a step that can be undone.
 */
void
pz_group_rules_dialog_add (PzGroupRulesDialog *self,
                           const char         *a,
                           const char         *b)
{
  const char *const both[] = { a, b, NULL };
  g_autoptr(PzGroupRequest) request = NULL;

  g_return_if_fail (PZ_IS_GROUP_RULES_DIALOG (self) && a != NULL && b != NULL);

  request = dup_request (self);
  if (pz_group_request_add_rule (request, self->kind, both))
    take (self, request);
}
