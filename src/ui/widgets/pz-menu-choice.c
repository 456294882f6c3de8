/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-menu-choice.h"

#include <glib/gi18n-lib.h>

/* The target of the line that takes the choice back; ids are never like that. */
#define ANY "*"
/* The button is no longer than so many letters, whatever is chosen. */
#define MOST_CHARS 18

struct _PzMenuChoice
{
  AdwBin parent_instance;

  char *name; /* of the button, for a screen reader */
  char *any;  /* what it says while nothing is chosen */
  GStrv ids;
  GStrv labels;
  char *id;   /* what is chosen; NULL: nothing */
  GtkWidget *button;
  GtkWidget *label;
  GSimpleAction *action;
};

G_DEFINE_FINAL_TYPE (PzMenuChoice, pz_menu_choice, ADW_TYPE_BIN)

static guint chosen_signal;

static const char *
find_label (PzMenuChoice *self)
{
  for (gsize i = 0; self->id != NULL && self->ids[i] != NULL; i++)
    if (g_str_equal (self->ids[i], self->id))
      return self->labels[i];
  return self->any;
}

static void
show (PzMenuChoice *self)
{
  const char *text = find_label (self);
  g_autofree char *label = NULL;

  /* Translators: what a menu chooses, and what is chosen: Setting: Groups */
  label = g_strdup_printf (C_("choice", "%1$s: %2$s"), self->name, text);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_simple_action_set_state (self->action, g_variant_new_string (self->id != NULL ? self->id : ANY));
}

static void
change_cb (GSimpleAction *action,
           GVariant      *value,
           PzMenuChoice  *self)
{
  const char *id = g_variant_get_string (value, NULL);

  pz_menu_choice_select (self, g_str_equal (id, ANY) ? NULL : id);
  g_signal_emit (self, chosen_signal, 0);
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *id)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_auto(GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *plain = g_strjoinv ("__", parts); /* a name is no mnemonic */

  g_menu_item_set_label (item, plain);
  g_menu_item_set_action_and_target (item, "choice.value", "s", id);
  g_menu_append_item (menu, item);
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  PzMenuChoice *self = PZ_MENU_CHOICE (user_data);
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) values = g_menu_new ();

  add_item (menu, self->any, ANY);
  for (gsize i = 0; self->ids[i] != NULL; i++)
    add_item (values, self->labels[i], self->ids[i]);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (values));
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

static void
pz_menu_choice_finalize (GObject *object)
{
  PzMenuChoice *self = PZ_MENU_CHOICE (object);

  g_free (self->name);
  g_free (self->any);
  g_free (self->id);
  g_strfreev (self->ids);
  g_strfreev (self->labels);
  g_clear_object (&self->action);
  G_OBJECT_CLASS (pz_menu_choice_parent_class)->finalize (object);
}

static void
pz_menu_choice_class_init (PzMenuChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_menu_choice_finalize;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
pz_menu_choice_init (PzMenuChoice *self)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->ids = g_new0 (char *, 1);
  self->labels = g_new0 (char *, 1);
  self->action = g_simple_action_new_stateful ("value", G_VARIANT_TYPE_STRING, g_variant_new_string (ANY));
  g_signal_connect_object (self->action, "change-state", G_CALLBACK (change_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "choice", G_ACTION_GROUP (group));
  self->button = gtk_menu_button_new ();
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), MOST_CHARS);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_menu_cb, self, NULL);
  gtk_widget_set_valign (self->button, GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

/**
 * pz_menu_choice_new:
 * @name: what is chosen here, for a screen reader
 * @any: what the button says while nothing is chosen
 *
 * Returns: (transfer floating): a button without choices
 */
GtkWidget *
pz_menu_choice_new (const char *name,
                    const char *any)
{
  PzMenuChoice *self;

  g_return_val_if_fail (name != NULL && any != NULL, NULL);

  self = g_object_new (PZ_TYPE_MENU_CHOICE, NULL);
  self->name = g_strdup (name);
  self->any = g_strdup (any);
  show (self);
  return GTK_WIDGET (self);
}

/**
 * pz_menu_choice_set_choices:
 * @self: the button
 * @ids: (array zero-terminated=1): what can be chosen, each once
 * @labels: (array zero-terminated=1): what each of them is called
 *
 * Offers other choices. What is chosen stays, until it is none of them.
 */
void
pz_menu_choice_set_choices (PzMenuChoice       *self,
                            const char * const *ids,
                            const char * const *labels)
{
  g_return_if_fail (PZ_IS_MENU_CHOICE (self) && ids != NULL && labels != NULL);
  g_return_if_fail (g_strv_length ((GStrv) ids) == g_strv_length ((GStrv) labels));

  g_strfreev (self->ids);
  g_strfreev (self->labels);
  self->ids = g_strdupv ((GStrv) ids);
  self->labels = g_strdupv ((GStrv) labels);
  show (self);
}

/**
 * pz_menu_choice_select:
 * @self: the button
 * @id: (nullable): what is chosen now; %NULL: nothing
 */
void
pz_menu_choice_select (PzMenuChoice *self,
                       const char   *id)
{
  char *copy;

  g_return_if_fail (PZ_IS_MENU_CHOICE (self));

  copy = g_strdup (id);
  g_free (self->id);
  self->id = copy;
  show (self);
}

/**
 * pz_menu_choice_get_id:
 * @self: the button
 *
 * Returns: (nullable): what is chosen
 */
const char *
pz_menu_choice_get_id (PzMenuChoice *self)
{
  g_return_val_if_fail (PZ_IS_MENU_CHOICE (self), NULL);
  return self->id;
}
