/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-filter-chip.h"

#include "pz-filter-words.h"

#include <glib/gi18n-lib.h>

#define MOST_CHARS 24

struct _PzFilterChip
{
  GtkWidget parent_instance;

  PzFilterModel *model;
  PzFilterField field;   /* PZ_N_FILTER_FIELDS: of several fields, with a label of its own */
  char *lens;
  char *plain;           /* the label of its own */
  PzFilterFields fields;
  GtkWidget *(*make_foot) (PzFilterModel *model);

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *remove;
  GtkWidget *menu;       /* made when first needed */
};

G_DEFINE_FINAL_TYPE (PzFilterChip, pz_filter_chip, GTK_TYPE_WIDGET)

static PzDocument *
get_document (PzFilterChip *self)
{
  return pz_classroom_get_document (pz_filter_model_get_classroom (self->model));
}

/* everything about it in words; where there is little room the values alone are shown */
static char *
dup_text (PzFilterChip        *self,
          const PzFilterGroup *group)
{
  if (self->plain != NULL)
    return g_strdup (self->plain);
  if (group != NULL)
    return pz_filter_words_dup_group (group, get_document (self));
  return pz_filter_words_dup_topic (self->field, self->lens, get_document (self));
}

static void
update (PzFilterChip *self)
{
  const PzFilterGroup *group = self->plain == NULL
                                 ? pz_learner_filter_find (pz_filter_model_peek (self->model), self->field, self->lens)
                                 : NULL;
  g_autofree char *text = dup_text (self, group);
  g_autofree char *shown = group != NULL ? pz_filter_words_dup_values (group, get_document (self)) : NULL;
  /* Translators: %s is what learners are filtered by, such as Needs: Reading */
  g_autofree char *removal = g_strdup_printf (_("Remove filter %s"), text);

  gtk_label_set_text (GTK_LABEL (self->label), shown != NULL ? shown : text);
  gtk_widget_set_tooltip_text (self->button, group != NULL ? text : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, removal, -1);
  gtk_widget_set_tooltip_text (self->remove, removal);
  gtk_widget_set_visible (self->remove, group != NULL);
  if (group != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "set");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "set");
}

static void
remove_conditions (PzFilterChip *self)
{
  if (!pz_filter_chip_is_set (self))
    return;
  gtk_widget_grab_focus (self->button); /* the cross goes */
  pz_filter_model_remove (self->model, self->field, self->lens);
}

static gboolean
delete_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  if (!pz_filter_chip_is_set (PZ_FILTER_CHIP (widget)))
    return FALSE;
  remove_conditions (PZ_FILTER_CHIP (widget));
  return TRUE;
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  pz_filter_chip_get_menu (PZ_FILTER_CHIP (user_data));
}

static void
pz_filter_chip_dispose (GObject *object)
{
  PzFilterChip *self = PZ_FILTER_CHIP (object);
  GtkWidget *child;

  if (self->menu != NULL)
    {
      /* a menu that is just being opened or closed would outlive its button */
      gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), NULL);
      self->menu = NULL;
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (pz_filter_chip_parent_class)->dispose (object);
}

static void
pz_filter_chip_finalize (GObject *object)
{
  PzFilterChip *self = PZ_FILTER_CHIP (object);

  g_free (self->lens);
  g_free (self->plain);
  G_OBJECT_CLASS (pz_filter_chip_parent_class)->finalize (object);
}

static void
pz_filter_chip_class_init (PzFilterChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_filter_chip_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_filter_chip_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterchip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, delete_cb, NULL);
}

static void
pz_filter_chip_init (PzFilterChip *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), MOST_CHARS);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_menu_cb, self, NULL);
  self->remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_conditions), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_parent (self->remove, GTK_WIDGET (self));
}

static PzFilterChip *
make (PzFilterModel *model)
{
  PzFilterChip *self = g_object_new (PZ_TYPE_FILTER_CHIP, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * pz_filter_chip_new:
 * @model: the conditions
 * @field: what is looked at
 * @lens: (nullable): id of a lens
 *
 * Returns: (transfer floating): the chip of this field
 */
GtkWidget *
pz_filter_chip_new (PzFilterModel *model,
                    PzFilterField  field,
                    const char    *lens)
{
  PzFilterChip *self;

  g_return_val_if_fail (PZ_IS_FILTER_MODEL (model) && field < PZ_N_FILTER_FIELDS, NULL);

  self = make (model);
  self->field = field;
  self->lens = g_strdup (lens);
  self->fields = 1u << field;
  update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_filter_chip_new_plain:
 * @model: the conditions
 * @label: what it is called, whatever is chosen in it
 * @fields: what its menu has
 *
 * Returns: (transfer floating): a chip whose conditions are shown by others
 */
GtkWidget *
pz_filter_chip_new_plain (PzFilterModel  *model,
                          const char     *label,
                          PzFilterFields  fields)
{
  PzFilterChip *self;

  g_return_val_if_fail (PZ_IS_FILTER_MODEL (model) && label != NULL, NULL);

  self = make (model);
  self->field = PZ_N_FILTER_FIELDS;
  self->plain = g_strdup (label);
  self->fields = fields;
  update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_filter_chip_set_foot:
 * @self: the chip, before its menu is opened
 * @make_foot: makes what stands below the values, when the menu is made
 */
void
pz_filter_chip_set_foot (PzFilterChip  *self,
                         GtkWidget   *(*make_foot) (PzFilterModel *model))
{
  g_return_if_fail (PZ_IS_FILTER_CHIP (self));
  self->make_foot = make_foot;
}

/**
 * pz_filter_chip_get_menu:
 * @self: the chip
 *
 * Returns: (transfer none): what it drops
 */
PzFilterMenu *
pz_filter_chip_get_menu (PzFilterChip *self)
{
  g_return_val_if_fail (PZ_IS_FILTER_CHIP (self), NULL);

  if (self->menu == NULL)
    {
      self->menu = pz_filter_menu_new (self->model, self->fields);
      if (self->make_foot != NULL)
        pz_filter_menu_set_foot (PZ_FILTER_MENU (self->menu), self->make_foot (self->model));
      gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->menu);
    }
  return PZ_FILTER_MENU (self->menu);
}

/**
 * pz_filter_chip_is_set:
 * @self: the chip
 *
 * Returns: whether there are conditions on its field
 */
gboolean
pz_filter_chip_is_set (PzFilterChip *self)
{
  g_return_val_if_fail (PZ_IS_FILTER_CHIP (self), FALSE);
  return self->plain == NULL
         && pz_learner_filter_find (pz_filter_model_peek (self->model), self->field, self->lens) != NULL;
}

/**
 * pz_filter_chip_is_for:
 * @self: the chip
 * @field: what is looked at
 * @lens: (nullable): id of a lens
 *
 * Returns: whether this is the chip of the field
 */
gboolean
pz_filter_chip_is_for (PzFilterChip  *self,
                       PzFilterField  field,
                       const char    *lens)
{
  g_return_val_if_fail (PZ_IS_FILTER_CHIP (self), FALSE);
  return self->plain == NULL && self->field == field && g_strcmp0 (self->lens, lens) == 0;
}
