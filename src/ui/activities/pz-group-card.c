/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-card.h"

#include "pz-compat.h"
#include "pz-tip.h"

#include <glib/gi18n-lib.h>

struct _PzGroupCard
{
  GtkBox parent_instance;

  PzRecord *group; /* NULL: those in none */
  GtkWidget *title;
  GtkWidget *count;
  GtkWidget *menu_button;
  GtkWidget *list;
  GtkWidget *hint;
  char *rest;   /* what the hint says while nobody is dragged over the card; NULL: nothing */
  char *spoken; /* what a screen reader is told of the card; NULL: not yet anything */
  GSimpleActionGroup *actions;
};

enum
{
  MOVED,
  HOVERED,
  RENAME,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PzGroupCard, pz_group_card, GTK_TYPE_BOX)

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         PzGroupCard   *self)
{
  PzPartRow *row = g_value_get_object (value);

  if (row == NULL || gtk_widget_is_ancestor (GTK_WIDGET (row), GTK_WIDGET (self)))
    return FALSE;
  g_signal_emit (self, signals[MOVED], 0, pz_part_row_get_learner (row));
  return TRUE;
}

/* who is dragged over the card; nobody, when they are gone */
static void
hovered_cb (GtkDropTarget *target,
            GParamSpec    *pspec,
            PzGroupCard   *self)
{
  const GValue *value = gtk_drop_target_get_value (target);
  PzPartRow *row = value != NULL && G_VALUE_HOLDS (value, PZ_TYPE_PART_ROW) ? g_value_get_object (value) : NULL;

  if (row != NULL && gtk_widget_is_ancestor (GTK_WIDGET (row), GTK_WIDGET (self)))
    row = NULL;
  g_signal_emit (self, signals[HOVERED], 0, row != NULL ? pz_part_row_get_learner (row) : NULL);
}

static void
row_activated_cb (GtkListBox *list,
                  PzPartRow  *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "part.toggle", "s", pz_part_row_get_learner (row));
}

static void
rename_cb (GSimpleAction *action,
           GVariant      *unused,
           gpointer       self)
{
  g_signal_emit (self, signals[RENAME], 0);
}

static void
remove_cb (GSimpleAction *action,
           GVariant      *unused,
           gpointer       self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
pz_group_card_dispose (GObject *object)
{
  g_clear_object (&PZ_GROUP_CARD (object)->group);
  g_clear_object (&PZ_GROUP_CARD (object)->actions);
  G_OBJECT_CLASS (pz_group_card_parent_class)->dispose (object);
}

static void
pz_group_card_finalize (GObject *object)
{
  g_free (PZ_GROUP_CARD (object)->rest);
  g_free (PZ_GROUP_CARD (object)->spoken);
  G_OBJECT_CLASS (pz_group_card_parent_class)->finalize (object);
}

static void
pz_group_card_class_init (PzGroupCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_group_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_group_card_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[HOVERED] = g_signal_new ("hovered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RENAME] = g_signal_new ("rename", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
add_head (PzGroupCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "heading");
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "pz-dim");
  gtk_widget_add_css_class (self->count, "pz-count");
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_widget_add_css_class (self->menu_button, "flat");
  gtk_widget_add_css_class (head, "pz-group-head");
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->count);
  gtk_box_append (GTK_BOX (head), self->menu_button);
  gtk_box_append (GTK_BOX (self), head);
}

static void
pz_group_card_init (PzGroupCard *self)
{
  const GActionEntry entries[] = { { .name = "rename", .activate = rename_cb }, { .name = "remove", .activate = remove_cb } };
  GtkDropTarget *target = gtk_drop_target_new (PZ_TYPE_PART_ROW, GDK_ACTION_MOVE);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pz-group-card");
  add_head (self);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_set_visible (self->list, FALSE);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), NULL);
  self->hint = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_widget_add_css_class (self->hint, "caption");
  gtk_widget_add_css_class (self->hint, "pz-dim");
  gtk_widget_add_css_class (self->hint, "pz-group-hint");
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), self->hint);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "card", G_ACTION_GROUP (self->actions));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  g_signal_connect_object (target, "notify::value", G_CALLBACK (hovered_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  g_menu_append (menu, C_("activity", "_Rename Group…"), "card.rename");
  g_menu_append (menu, C_("activity", "_Delete Group"), "card.remove");
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

/**
 * pz_group_card_new:
 * @group: (nullable): the group; %NULL: those in none
 *
 * Returns: (transfer floating): a card without a title and learners
 */
GtkWidget *
pz_group_card_new (PzRecord *group)
{
  PzGroupCard *self = g_object_new (PZ_TYPE_GROUP_CARD, NULL);

  g_set_object (&self->group, group);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), create_menu_cb, NULL, NULL);
  return GTK_WIDGET (self);
}

/**
 * pz_group_card_set_title:
 * @self: the card
 * @title: what stands on it
 * @locked: whether the class cannot be changed
 */
void
pz_group_card_set_title (PzGroupCard *self,
                         const char  *title,
                         gboolean     locked)
{
  g_autofree char *menu = NULL;

  g_return_if_fail (PZ_IS_GROUP_CARD (self) && title != NULL);

  gtk_widget_set_visible (self->menu_button, self->group != NULL && !locked);
  if (g_str_equal (gtk_label_get_label (GTK_LABEL (self->title)), title))
    return;
  gtk_label_set_label (GTK_LABEL (self->title), title);
  pz_tip_set (self->title, title);
  /* Translators: %s is the name of a group */
  menu = g_strdup_printf (C_("activity", "Menu of %s"), title);
  pz_tip_set (self->menu_button, menu);
  pz_widget_set_spoken_name (self->menu_button, menu);
  pz_widget_set_spoken_name (self->list, title);
}

/**
 * pz_group_card_get_group:
 * @self: the card
 *
 * Returns: (transfer none) (nullable): the group; %NULL: those in none
 */
PzRecord *
pz_group_card_get_group (PzGroupCard *self)
{
  g_return_val_if_fail (PZ_IS_GROUP_CARD (self), NULL);
  return self->group;
}

/**
 * pz_group_card_take:
 * @row: a #PzPartRow
 *
 * Takes the row off the card it is on, if any.
 */
void
pz_group_card_take (GtkWidget *row)
{
  GtkWidget *list;

  g_return_if_fail (PZ_IS_PART_ROW (row));

  list = gtk_widget_get_parent (row);
  if (list == NULL)
    return;
  gtk_list_box_remove (GTK_LIST_BOX (list), row);
  gtk_widget_set_visible (list, gtk_widget_get_first_child (list) != NULL);
}

/**
 * pz_group_card_place:
 * @self: the card
 * @row: a #PzPartRow; it may be on this card, or on another one
 * @after: (nullable): the row of this card it is to follow; %NULL: it is to be the first one
 *
 * Puts the row there; it keeps the focus.
 */
void
pz_group_card_place (PzGroupCard *self,
                     GtkWidget   *row,
                     GtkWidget   *after)
{
  g_autoptr(GtkWidget) alive = NULL;
  GtkRoot *root;
  gboolean had_focus;

  g_return_if_fail (PZ_IS_GROUP_CARD (self) && PZ_IS_PART_ROW (row));
  g_return_if_fail (after == NULL || gtk_widget_get_parent (after) == self->list);

  alive = g_object_ref_sink (row);
  root = gtk_widget_get_root (row);
  had_focus = root != NULL && gtk_root_get_focus (root) != NULL
              && (gtk_root_get_focus (root) == row || gtk_widget_is_ancestor (gtk_root_get_focus (root), row));
  pz_group_card_take (row);
  gtk_widget_set_visible (self->list, TRUE);
  gtk_list_box_insert (GTK_LIST_BOX (self->list), row,
                       after != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (after)) + 1 : 0);
  if (had_focus)
    gtk_widget_grab_focus (row);
}

/**
 * pz_group_card_get_next:
 * @self: the card
 * @after: (nullable): one of its rows
 *
 * Returns: (transfer none) (nullable): the row behind it, the first one for %NULL
 */
GtkWidget *
pz_group_card_get_next (PzGroupCard *self,
                        GtkWidget   *after)
{
  g_return_val_if_fail (PZ_IS_GROUP_CARD (self), NULL);
  return after != NULL ? gtk_widget_get_next_sibling (after) : gtk_widget_get_first_child (self->list);
}

/**
 * pz_group_card_finish:
 * @self: the card, with its rows; those of others may still be on it
 * @n_rows: how many are its own
 * @hint: (nullable): what to do with it, or what there is to say of the group, below the rows
 *
 * Says how many learners it has.
 */
void
pz_group_card_finish (PzGroupCard *self,
                      guint        n_rows,
                      const char  *hint)
{
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (PZ_IS_GROUP_CARD (self));

  g_free (self->rest);
  self->rest = g_strdup (hint);
  pz_group_card_set_change (self, NULL);
  count = g_strdup_printf ("%u", n_rows);
  /* Translators: the name of a group, and how many learners are in it */
  label = g_strdup_printf (ngettext ("%1$s: %2$u learner", "%1$s: %2$u learners", n_rows),
                           gtk_label_get_label (GTK_LABEL (self->title)), n_rows);
  if (g_strcmp0 (label, self->spoken) == 0)
    return;
  g_free (self->spoken);
  self->spoken = g_steal_pointer (&label);
  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->spoken, -1);
}

/**
 * pz_group_card_set_change:
 * @self: the card
 * @change: (nullable): what would change if the learner who is dragged over it was dropped; %NULL: nobody is
 *
 * Says it below the rows.
 */
void
pz_group_card_set_change (PzGroupCard *self,
                          const char  *change)
{
  const char *text;

  g_return_if_fail (PZ_IS_GROUP_CARD (self));

  text = change != NULL ? change : self->rest;
  gtk_label_set_label (GTK_LABEL (self->hint), text != NULL ? text : "");
  gtk_widget_set_visible (self->hint, text != NULL);
}

/**
 * pz_group_card_find:
 * @self: the card
 * @learner: id of a learner
 *
 * Returns: (transfer none) (nullable): the row of the learner
 */
PzPartRow *
pz_group_card_find (PzGroupCard *self,
                    const char  *learner)
{
  g_return_val_if_fail (PZ_IS_GROUP_CARD (self) && learner != NULL, NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_str_equal (pz_part_row_get_learner (PZ_PART_ROW (row)), learner))
      return PZ_PART_ROW (row);
  return NULL;
}
