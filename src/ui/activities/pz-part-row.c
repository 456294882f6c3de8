/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-part-row.h"

#include "pz-activity.h"
#include "pz-avatar.h"
#include "pz-compat.h"
#include "pz-i18n.h"
#include "pz-privacy.h"
#include "pz-tip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define AVATAR_SIZE 26 /* px */

struct _PzPartRow
{
  GtkListBoxRow parent_instance;

  PzClassroom *classroom;
  char *learner;
  PzRecord *part; /* NULL: nothing is noted of the learner */
  GtkWidget *avatar;
  GtkWidget *name;
  GtkWidget *facts;
  GtkWidget *lock;
  GtkWidget *absent;
  GtkWidget *menu_button;
  PzPartMenu create_menu; /* NULL: the class cannot be changed */
  gpointer menu_data;
};

G_DEFINE_FINAL_TYPE (PzPartRow, pz_part_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_absent (PzPartRow *self)
{
  return self->part != NULL && g_strcmp0 (pz_record_get_text (self->part, PZ_PARTICIPATION_PRESENT), "no") == 0;
}

/* "Reader · 4 of 5" */
static char *
dup_facts (PzPartRow *self)
{
  const char *facts[3] = { NULL };
  g_autofree char *seen = NULL;
  guint n = 0;
  double contribution;

  if (self->part == NULL)
    return g_strdup ("");
  if (!pz_record_is_empty (self->part, PZ_PARTICIPATION_ROLE))
    facts[n++] = pz_record_get_text (self->part, PZ_PARTICIPATION_ROLE);
  contribution = pz_record_get_number (self->part, PZ_PARTICIPATION_CONTRIBUTION);
  if (!isnan (contribution) && !pz_privacy_is_hidden ())
    /* Translators: how much a learner contributed, from 0 to 5 */
    facts[n++] = seen = g_strdup_printf (C_("activity", "%.0f of 5"), contribution);
  return pz_i18n_join_facts (facts);
}

static char *
dup_name (PzPartRow *self)
{
  PzIndex *index = pz_classroom_get_index (self->classroom);
  g_autoptr(PzLearnerRow) row = NULL;
  guint position;

  if (!pz_index_find (index, self->learner, &position))
    {
      pz_avatar_set_person (PZ_AVATAR (self->avatar), self->learner, NULL, NULL);
      return g_strdup (C_("activity", "Not in the class any more"));
    }
  row = g_list_model_get_item (G_LIST_MODEL (index), position);
  pz_avatar_set_person (PZ_AVATAR (self->avatar), self->learner, pz_learner_row_get_given_name (row),
                        pz_learner_row_get_family_name (row));
  return pz_privacy_dup_row_name (row);
}

static void
set_label (PzPartRow  *self,
           const char *name,
           const char *facts)
{
  const char *parts[5] = { NULL };
  g_autofree char *label = NULL;
  guint n = 0;

  parts[n++] = name;
  parts[n++] = is_absent (self) ? C_("activity", "absent") : C_("activity", "there");
  if (*facts != '\0')
    parts[n++] = facts;
  if (gtk_widget_get_visible (self->lock))
    parts[n++] = C_("activity", "locked");
  label = g_strjoinv (", ", (char **) parts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * pz_part_row_update:
 * @self: the row
 *
 * Shows what is noted now.
 */
void
pz_part_row_update (PzPartRow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *menu = NULL;

  g_return_if_fail (PZ_IS_PART_ROW (self));

  name = dup_name (self);
  facts = dup_facts (self);
  /* Translators: %s is the name of a learner */
  menu = g_strdup_printf (C_("activity", "Menu of %s"), name);
  gtk_label_set_label (GTK_LABEL (self->name), name);
  pz_tip_set (self->name, name);
  gtk_label_set_label (GTK_LABEL (self->facts), facts);
  pz_tip_set (self->facts, facts);
  gtk_widget_set_visible (self->facts, *facts != '\0');
  gtk_widget_set_visible (self->lock, self->part != NULL && pz_record_get_flag (self->part, PZ_PARTICIPATION_LOCKED));
  gtk_widget_set_visible (self->absent, is_absent (self));
  pz_tip_set (self->menu_button, menu);
  pz_widget_set_spoken_name (self->menu_button, menu);
  if (is_absent (self))
    gtk_widget_add_css_class (GTK_WIDGET (self), "absent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "absent");
  set_label (self, name, facts);
}

static void
run (PzPartRow  *self,
     const char *action,
     const char *value)
{
  if (value != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "(ss)", self->learner, value);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s", self->learner);
}

/* A absent or there, L locked, M the menu, a digit how much the learner contributed */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                PzPartRow             *self)
{
  const char digit[] = { (char) ('0' + keyval - GDK_KEY_0), '\0' };

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_5)
    run (self, "part.contribution", digit);
  else if (keyval == GDK_KEY_a)
    run (self, "part.toggle", NULL);
  else if (keyval == GDK_KEY_l)
    run (self, "part.lock", NULL);
  else if ((keyval == GDK_KEY_m || keyval == GDK_KEY_Menu) && self->create_menu != NULL)
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu_button));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  PzPartRow *self = PZ_PART_ROW (user_data);
  g_autoptr(GMenuModel) menu = self->create_menu != NULL ? self->create_menu (self, self->menu_data) : NULL;

  gtk_menu_button_set_popover (button, menu != NULL ? gtk_popover_menu_new_from_model (menu) : NULL);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            PzPartRow     *self)
{
  g_autoptr(GdkPaintable) paintable = NULL;

  if (self->create_menu == NULL)
    return NULL;
  paintable = gtk_widget_paintable_new (GTK_WIDGET (self));
  gtk_drag_source_set_icon (source, paintable, (int) x, (int) y); /* the learner, not a sheet of paper */
  return gdk_content_provider_new_typed (PZ_TYPE_PART_ROW, self);
}

static void
pz_part_row_dispose (GObject *object)
{
  PzPartRow *self = PZ_PART_ROW (object);

  g_clear_object (&self->classroom);
  g_clear_object (&self->part);
  G_OBJECT_CLASS (pz_part_row_parent_class)->dispose (object);
}

static void
pz_part_row_finalize (GObject *object)
{
  g_free (PZ_PART_ROW (object)->learner);
  G_OBJECT_CLASS (pz_part_row_parent_class)->finalize (object);
}

static void
pz_part_row_class_init (PzPartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_part_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_part_row_finalize;
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_controllers (PzPartRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDragSource *drag = gtk_drag_source_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (prepare_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

static void
pz_part_row_init (PzPartRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->avatar = pz_avatar_new (AVATAR_SIZE);
  self->name = make_label (NULL);
  self->facts = make_label ("caption");
  gtk_widget_add_css_class (self->facts, "pz-dim");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), self->name);
  gtk_box_append (GTK_BOX (texts), self->facts);
  self->lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");
  pz_tip_set (self->lock, C_("activity", "Stays in this group"));
  self->absent = gtk_label_new (C_("activity", "absent"));
  gtk_widget_add_css_class (self->absent, "caption");
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), create_menu_cb, self, NULL);
  gtk_widget_set_visible (self->menu_button, FALSE);
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->menu_button, "flat");
  gtk_widget_set_valign (self->avatar, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->avatar);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), self->absent);
  gtk_box_append (GTK_BOX (box), self->lock);
  gtk_box_append (GTK_BOX (box), self->menu_button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pz-part");
  add_controllers (self);
}

/* in which group somebody is shows where the row is: whoever forms groups changes it for all at once */
static void
part_changed_cb (PzPartRow  *self,
                 GParamSpec *field)
{
  if (g_str_equal (field->name, "group") || g_str_equal (field->name, "round") || g_str_equal (field->name, "learner"))
    return;
  pz_part_row_update (self);
}

static void
follow (PzPartRow *self,
        PzRecord  *part)
{
  if (part == self->part)
    return;
  if (self->part != NULL)
    g_signal_handlers_disconnect_by_func (self->part, part_changed_cb, self);
  g_set_object (&self->part, part);
  if (part != NULL)
    g_signal_connect_object (part, "notify", G_CALLBACK (part_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * pz_part_row_new:
 * @classroom: the class
 * @learner: id of a learner
 * @part: (nullable): what is noted of the learner
 *
 * Returns: (transfer floating): the row; it follows @part
 */
GtkWidget *
pz_part_row_new (PzClassroom *classroom,
                 const char  *learner,
                 PzRecord    *part)
{
  PzPartRow *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && learner != NULL, NULL);

  self = g_object_new (PZ_TYPE_PART_ROW, NULL);
  self->classroom = g_object_ref (classroom);
  self->learner = g_strdup (learner);
  follow (self, part);
  pz_part_row_update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_part_row_set_part:
 * @self: the row
 * @part: (nullable): what is noted of the learner, if it is another record now
 *
 * Shows it.
 */
void
pz_part_row_set_part (PzPartRow *self,
                      PzRecord  *part)
{
  g_return_if_fail (PZ_IS_PART_ROW (self));

  if (part == self->part)
    return;
  follow (self, part);
  pz_part_row_update (self);
}

/**
 * pz_part_row_get_learner:
 * @self: the row
 *
 * Returns: id of the learner
 */
const char *
pz_part_row_get_learner (PzPartRow *self)
{
  g_return_val_if_fail (PZ_IS_PART_ROW (self), NULL);
  return self->learner;
}

/**
 * pz_part_row_set_menu:
 * @self: the row
 * @create: (nullable): makes the menu when it is opened; %NULL: there is none, the class cannot be changed
 * @user_data: for @create; lives longer than the row
 */
void
pz_part_row_set_menu (PzPartRow  *self,
                      PzPartMenu  create,
                      gpointer    user_data)
{
  g_return_if_fail (PZ_IS_PART_ROW (self));

  self->create_menu = create;
  self->menu_data = user_data;
  gtk_widget_set_visible (self->menu_button, create != NULL);
}
