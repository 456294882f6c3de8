/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-projector-window.h"

#include "pz-compat.h"
#include "pz-group-cards-look.h"
#include "pz-privacy.h"
#include "pz-projector-picture.h"
#include "pz-wrapping-label.h"

#include <glib/gi18n-lib.h>

struct _PzProjectorWindow
{
  AdwWindow parent_instance;

  PzClassroom *classroom;
  PzDocument *activity;
  guint idle; /* a change waits to be shown; 0: none */

  AdwWindowTitle *title;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkStack *stack;        /* "picture", "list" */
  GtkWidget *holder;      /* of the picture */
  GtkWidget *picture;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PzProjectorWindow, pz_projector_window, ADW_TYPE_WINDOW)

/* ---- the list ---- */

static void
add_row (PzProjectorWindow       *self,
         const PzGroupCardsRound *round,
         const PzGroupCardsGroup *group)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *members = pz_group_cards_dup_members (group);
  g_autofree char *name = round->name != NULL ? g_strjoin (" · ", round->name, group->name, NULL) : g_strdup (group->name);
  g_autofree char *label = g_strjoin (": ", name, members, NULL);

  gtk_box_append (GTK_BOX (box), pz_wrapping_label_new (name, "pz-projector-name"));
  for (guint i = 0; i < group->members->len; i++)
    {
      g_autofree char *member = pz_group_cards_dup_member (group->members->pdata[i]);

      gtk_box_append (GTK_BOX (box), pz_wrapping_label_new (member, "pz-projector-text"));
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
show_list (PzProjectorWindow  *self,
           const PzGroupCards *cards)
{
  while (gtk_widget_get_first_child (self->list) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), gtk_widget_get_first_child (self->list));
  for (guint r = 0; r < cards->rounds->len; r++)
    {
      const PzGroupCardsRound *round = cards->rounds->pdata[r];

      for (guint i = 0; i < round->groups->len; i++)
        add_row (self, round, round->groups->pdata[i]);
    }
}

/* ---- pages ---- */

static void
paged_cb (PzProjectorWindow *self)
{
  guint n = pz_projector_picture_get_n_pages (PZ_PROJECTOR_PICTURE (self->picture));
  guint page = pz_projector_picture_get_page (PZ_PROJECTOR_PICTURE (self->picture));
  gboolean list = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0;
  g_autofree char *text = NULL;

  if (n > 1 && !list)
    /* Translators: number of a page, and how many there are */
    text = g_strdup_printf (C_("activity", "Page %1$u of %2$u"), page + 1, n);
  adw_window_title_set_subtitle (self->title, text != NULL ? text : "");
  gtk_widget_set_visible (self->previous_button, n > 1 && !list);
  gtk_widget_set_visible (self->next_button, n > 1 && !list);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "projector.previous", !list && page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "projector.next", !list && page + 1 < n);
}

static void
turn_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *unused)
{
  PzProjectorPicture *picture = PZ_PROJECTOR_PICTURE (PZ_PROJECTOR_WINDOW (widget)->picture);
  guint page = pz_projector_picture_get_page (picture);

  pz_projector_picture_set_page (picture, g_str_equal (action, "projector.next") ? page + 1 : MAX (page, 1) - 1);
}

static void
fullscreen_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *unused)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
list_toggled_cb (PzProjectorWindow *self,
                 GtkToggleButton   *button)
{
  gtk_stack_set_visible_child_name (self->stack, gtk_toggle_button_get_active (button) ? "list" : "picture");
  paged_cb (self);
}

/* ---- what is shown ---- */

static void
update (PzProjectorWindow *self)
{
  PzGroupCards *cards = pz_group_cards_look_make (self->classroom, self->activity);

  adw_window_title_set_title (self->title, cards->title);
  gtk_window_set_title (GTK_WINDOW (self), cards->title);
  show_list (self, cards);
  pz_projector_picture_set_cards (PZ_PROJECTOR_PICTURE (self->picture), cards);
  paged_cb (self);
}

static gboolean
idle_cb (gpointer user_data)
{
  PzProjectorWindow *self = PZ_PROJECTOR_WINDOW (user_data);

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* a step changes many fields: all of them are looked at once */
static void
queue_update (PzProjectorWindow *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

static void
pz_projector_window_dispose (GObject *object)
{
  PzProjectorWindow *self = PZ_PROJECTOR_WINDOW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->classroom);
  g_clear_object (&self->activity);
  G_OBJECT_CLASS (pz_projector_window_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const guint forward[] = { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down };
  static const guint back[] = { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up };

  gtk_widget_class_install_action (widget_class, "projector.next", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "projector.previous", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "projector.fullscreen", NULL, fullscreen_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (forward); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, forward[i], 0, "projector.next", NULL);
      gtk_widget_class_add_binding_action (widget_class, back[i], 0, "projector.previous", NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "projector.fullscreen", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_projector_window_class_init (PzProjectorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_projector_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-projector-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PzProjectorWindow, title);
  gtk_widget_class_bind_template_child (widget_class, PzProjectorWindow, previous_button);
  gtk_widget_class_bind_template_child (widget_class, PzProjectorWindow, next_button);
  gtk_widget_class_bind_template_child (widget_class, PzProjectorWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PzProjectorWindow, holder);
  gtk_widget_class_bind_template_child (widget_class, PzProjectorWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, list_toggled_cb);
  bind_keys (widget_class);
}

static void
pz_projector_window_init (PzProjectorWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->picture = pz_projector_picture_new ();
  gtk_box_append (GTK_BOX (self->holder), self->picture);
  g_signal_connect_object (self->picture, "paged", G_CALLBACK (paged_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pz-projector");
  gtk_window_set_focus (GTK_WINDOW (self), self->picture);
}

/**
 * pz_projector_window_new:
 * @classroom: the class
 * @activity: the document of an activity
 *
 * Returns: (transfer none): a window, not yet shown; it follows the activity, and the hiding of names
 */
GtkWidget *
pz_projector_window_new (PzClassroom *classroom,
                         PzDocument  *activity)
{
  PzProjectorWindow *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (activity), NULL);

  self = g_object_new (PZ_TYPE_PROJECTOR_WINDOW, NULL);
  self->classroom = g_object_ref (classroom);
  self->activity = g_object_ref (activity);
  g_signal_connect_object (activity, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (activity, "reloaded", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_classroom_get_index (classroom), "items-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  gtk_window_fullscreen (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
