/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-bar-private.h"

#include <glib/gi18n-lib.h>

/* The target of a menu item that takes a choice back; ids of records are never like that. */
#define ANY "*"
/* A button is no longer than so many letters, whatever is chosen. */
#define MOST_CHARS 18

static const struct
{
  const char *action;
  const char *any;  /* what the button says while nothing is chosen */
  const char *name; /* of the button, for a screen reader */
  const char *none; /* the choice of goals that have none */
} bys[PZ_N_GOAL_BYS] = {
  [PZ_GOAL_BY_MEASURE] = { "measure", NC_("goals", "Any measure"), NC_("goals", "Measure"), NC_("goals", "No measure") },
  [PZ_GOAL_BY_STRATEGY] = { "strategy", NC_("goals", "Any strategy"), NC_("goals", "Strategy now"),
                            NC_("goals", "No strategy") },
  [PZ_GOAL_BY_STANDARD] = { "standard", NC_("goals", "Any standard"), NC_("goals", "Standard"),
                            NC_("goals", "No standard") },
};

static const struct
{
  const char *name;
  const char *label;
} states[PZ_N_GOAL_STATES] = {
  [PZ_GOAL_IS_DRAFT] = { "draft", NC_("goals", "Drafts") },
  [PZ_GOAL_IS_ACTIVE] = { "active", NC_("goals", "Active") },
  [PZ_GOAL_IS_PAUSED] = { "paused", NC_("goals", "Paused") },
  [PZ_GOAL_IS_CLOSED] = { "closed", NC_("goals", "Closed") },
};

/* One line of a menu. */
typedef struct
{
  char *id;
  char *label;
  char *key; /* for the order */
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->id);
  g_free (choice->label);
  g_free (choice->key);
  g_free (choice);
}

static int
compare_choices (gconstpointer a,
                 gconstpointer b)
{
  return strcmp ((*(const Choice *const *) a)->key, (*(const Choice *const *) b)->key);
}

/* Returns: (transfer full) (nullable): NULL for a record that is not there any more */
static char *
dup_label (PzGoalBar  *self,
           PzGoalBy    by,
           const char *id)
{
  PzClassroom *classroom = pz_goal_list_get_classroom (self->list);
  PzRecord *record;

  if (by == PZ_GOAL_BY_STANDARD)
    return g_strdup (pz_standard_names_get_label (self->standards, id));
  record = pz_document_find (pz_classroom_get_document (classroom), id);
  if (record == NULL)
    return NULL;
  if (pz_record_get_record_type (record) == PZ_RECORD_MEASURE)
    return g_strdup (pz_record_get_text (record, PZ_MEASURE_NAME));
  return pz_record_get_record_type (record) == PZ_RECORD_STRATEGY ? g_strdup (pz_record_get_text (record, PZ_STRATEGY_NAME))
                                                                  : NULL;
}

/* what goals have, by name; has_none: whether some have none */
static GPtrArray *
list_choices (PzGoalBar *self,
              PzGoalBy   by,
              gboolean  *has_none)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *choices = g_ptr_array_new_with_free_func (choice_free);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  *has_none = FALSE;
  for (guint i = 0; i < n; i++)
    {
      const char *id = pz_goal_item_get_id_by (pz_goal_list_peek (self->list, i), by);
      g_autofree char *label = NULL;
      Choice *choice;

      *has_none = *has_none || id == NULL;
      if (id == NULL || !g_hash_table_add (ids, (gpointer) id) || (label = dup_label (self, by, id)) == NULL)
        continue;
      choice = g_new0 (Choice, 1);
      choice->id = g_strdup (id);
      choice->key = g_utf8_collate_key (label, -1);
      choice->label = g_steal_pointer (&label);
      g_ptr_array_add (choices, choice);
    }
  g_ptr_array_sort (choices, compare_choices);
  return choices;
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          const char *target)
{
  g_autofree char *name = g_strconcat ("goals.", action, NULL);
  g_autoptr(GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_auto(GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *plain = g_strjoinv ("__", parts); /* a name is no mnemonic */

  g_menu_item_set_label (item, plain);
  g_menu_item_set_action_and_target (item, name, "s", target);
  g_menu_append_item (menu, item);
}

static void
create_by_menu_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  PzGoalBar *self = PZ_GOAL_BAR (user_data);
  PzGoalBy by = (PzGoalBy) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "pz-by"));
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) values = g_menu_new ();
  g_autoptr(GPtrArray) choices = NULL;
  gboolean has_none;

  if (self->list == NULL)
    return;
  choices = list_choices (self, by, &has_none);
  add_item (menu, g_dpgettext2 (GETTEXT_PACKAGE, "goals", bys[by].any), bys[by].action, ANY);
  for (guint i = 0; i < choices->len; i++)
    add_item (values, ((const Choice *) choices->pdata[i])->label, bys[by].action,
              ((const Choice *) choices->pdata[i])->id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (values));
  if (has_none)
    {
      g_autoptr(GMenu) none = g_menu_new ();

      add_item (none, g_dpgettext2 (GETTEXT_PACKAGE, "goals", bys[by].none), bys[by].action, "");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (none));
    }
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

static void
create_state_menu_cb (GtkMenuButton *button,
                      gpointer       user_data)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  static const PzGoalState order[] = { PZ_GOAL_IS_ACTIVE, PZ_GOAL_IS_DRAFT, PZ_GOAL_IS_PAUSED, PZ_GOAL_IS_CLOSED };

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    add_item (menu, g_dpgettext2 (GETTEXT_PACKAGE, "goals", states[order[i]].label), "state", states[order[i]].name);
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

static void
by_cb (GSimpleAction *action,
       GVariant      *value,
       gpointer       user_data)
{
  PzGoalBar *self = PZ_GOAL_BAR (user_data);
  const char *id = g_variant_get_string (value, NULL);

  for (guint by = 0; by < PZ_N_GOAL_BYS; by++)
    if (g_str_equal (bys[by].action, g_action_get_name (G_ACTION (action))))
      pz_goal_filter_set_id (self->filter, by, g_str_equal (id, ANY) ? NULL : id);
  pz_goal_bar_tell (self);
}

static void
state_cb (GSimpleAction *action,
          GVariant      *value,
          gpointer       user_data)
{
  PzGoalBar *self = PZ_GOAL_BAR (user_data);

  pz_goal_filter_set_state (self->filter, pz_goal_state_from_name (g_variant_get_string (value, NULL)));
  pz_goal_bar_tell (self);
}

static GtkWidget *
make_button (PzGoalBar                    *self,
             GtkMenuButtonCreatePopupFunc create)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  /* where there is not room for all, the line of buttons is pushed sideways: no text is cut for that */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create, self, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "pz-label", label);
  gtk_box_append (GTK_BOX (self->menus), button);
  return button;
}

static void
say (GtkWidget  *button,
     const char *name,
     const char *text)
{
  g_autofree char *label = NULL;

  /* Translators: what a menu chooses, and what is chosen: Measure: Words a minute */
  label = g_strdup_printf (C_("goals", "%1$s: %2$s"), name, text);
  gtk_label_set_text (g_object_get_data (G_OBJECT (button), "pz-label"), text);
  gtk_label_set_width_chars (g_object_get_data (G_OBJECT (button), "pz-label"),
                             (int) MIN (g_utf8_strlen (text, -1), MOST_CHARS));
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
set_state (PzGoalBar  *self,
           const char *name,
           const char *value)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (value));
}

/**
 * pz_goal_bar_add_menus:
 * @self: the bar, being made
 *
 * Adds the menus and their actions.
 */
void
pz_goal_bar_add_menus (PzGoalBar *self)
{
  const GActionEntry entries[] = {
    { .name = "measure", .parameter_type = "s", .state = "'" ANY "'", .change_state = by_cb },
    { .name = "strategy", .parameter_type = "s", .state = "'" ANY "'", .change_state = by_cb },
    { .name = "standard", .parameter_type = "s", .state = "'" ANY "'", .change_state = by_cb },
    { .name = "state", .parameter_type = "s", .state = "'active'", .change_state = state_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  for (guint by = 0; by < PZ_N_GOAL_BYS; by++)
    {
      self->by_buttons[by] = make_button (self, create_by_menu_cb);
      g_object_set_data (G_OBJECT (self->by_buttons[by]), "pz-by", GUINT_TO_POINTER (by));
    }
  self->state_button = make_button (self, create_state_menu_cb);
}

static void
update_by (PzGoalBar *self,
           PzGoalBy   by)
{
  const char *id = pz_goal_filter_get_id (self->filter, by);
  const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "goals", bys[by].name);
  g_autofree char *label = NULL;

  if (id != NULL && *id != '\0' && self->list != NULL)
    label = dup_label (self, by, id);
  else if (id != NULL)
    label = g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "goals", bys[by].none));
  say (self->by_buttons[by], name, label != NULL ? label : g_dpgettext2 (GETTEXT_PACKAGE, "goals", bys[by].any));
  set_state (self, bys[by].action, id != NULL ? id : ANY);
}

/**
 * pz_goal_bar_update_menus:
 * @self: the bar
 *
 * Lets the menus say what the filter asks for.
 */
void
pz_goal_bar_update_menus (PzGoalBar *self)
{
  PzGoalState state = pz_goal_filter_get_state (self->filter);

  for (guint by = 0; by < PZ_N_GOAL_BYS; by++)
    update_by (self, by);
  say (self->state_button, C_("goals", "State"), g_dpgettext2 (GETTEXT_PACKAGE, "goals", states[state].label));
  set_state (self, "state", states[state].name);
  gtk_widget_set_visible (self->by_buttons[PZ_GOAL_BY_STANDARD],
                          self->has_standards);
}
