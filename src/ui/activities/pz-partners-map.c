/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-partners-map.h"

#include "pz-compat.h"
#include "pz-heat-map.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Children nobody sees, which the style sheet gives the colours. */
enum
{
  COLOR_STEP, /* and the next three */
  COLOR_LOW = PZ_HEAT_STEPS,
  COLOR_HIGH,
  COLOR_DIM,
  COLOR_MARK,
  N_COLORS
};

static const char *const color_classes[N_COLORS] = { "heat-1", "heat-2", "heat-3", "heat-4", "heat-low", "heat-high",
                                                     "chart-dim", "heat-mark" };

struct _PzPartnersMap
{
  GtkWidget parent_instance;

  PzPartnersFacts *facts;
  GtkWidget *colors[N_COLORS];
  char *label;  /* what is said of the chosen pair */
  guint row;    /* of the chosen pair; 0: none */
  guint column; /* less than row */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (PzPartnersMap, pz_partners_map, GTK_TYPE_WIDGET)

static guint
get_n (PzPartnersMap *self)
{
  return pz_partners_facts_get_partners (self->facts)->n;
}

/* room: px; 0: as wide as it likes */
static void
lay_out (PzPartnersMap *self,
         PzHeatMap     *map,
         double         room)
{
  pz_heat_map_lay_out (map, get_n (self), pz_partners_facts_get_short_names (self->facts),
                       gtk_widget_get_pango_context (GTK_WIDGET (self)), room,
                       gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
}

static void
update_label (PzPartnersMap *self)
{
  g_autofree char *name = NULL;

  g_free (self->label);
  self->label = self->row > 0 ? pz_partners_facts_dup_pair (self->facts, self->row, self->column) : g_strdup ("");
  name = g_strjoin (". ", C_("partners", "Who has worked with whom"), self->row > 0 ? self->label : NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, chosen_signal, 0);
}

/**
 * pz_partners_map_choose:
 * @self: the map
 * @row: place of a learner
 * @column: place of another one, before @row
 */
void
pz_partners_map_choose (PzPartnersMap *self,
                        guint          row,
                        guint          column)
{
  g_return_if_fail (PZ_IS_PARTNERS_MAP (self));

  if (row == 0 || row >= get_n (self) || column >= row || (row == self->row && column == self->column))
    return;
  self->row = row;
  self->column = column;
  update_label (self);
}

/* another class, or fewer learners: the chosen pair may be another one */
static void
facts_changed_cb (PzPartnersMap *self)
{
  if (self->row >= get_n (self))
    self->row = self->column = 0;
  update_label (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* ---- keys and pointer ---- */

/* within the triangle; the first step chooses its first cell */
static void
step (PzPartnersMap *self,
      int            rows,
      int            columns)
{
  int row = (int) self->row + rows, column = (int) self->column + columns;

  if (self->row == 0)
    {
      pz_partners_map_choose (self, 1, 0);
      return;
    }
  if (column >= row)
    return;
  if (row > 0 && column >= 0)
    pz_partners_map_choose (self, (guint) row, (guint) column);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                PzPartnersMap         *self)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (keyval)
    {
    case GDK_KEY_Up:
      step (self, -1, 0);
      break;
    case GDK_KEY_Down:
      step (self, 1, 0);
      break;
    case GDK_KEY_Left:
      step (self, 0, -forward);
      break;
    case GDK_KEY_Right:
      step (self, 0, forward);
      break;
    case GDK_KEY_Home:
      pz_partners_map_choose (self, MAX (self->row, 1), 0);
      break;
    case GDK_KEY_End:
      if (get_n (self) > 1)
        pz_partners_map_choose (self, MAX (self->row, 1), MAX (self->row, 1) - 1);
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  return GDK_EVENT_STOP;
}

static void
choose_at (PzPartnersMap *self,
           double         x,
           double         y)
{
  PzHeatMap map;
  guint row, column;

  lay_out (self, &map, gtk_widget_get_width (GTK_WIDGET (self)));
  if (pz_heat_map_find (&map, x, y, &row, &column))
    pz_partners_map_choose (self, row, column);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           PzPartnersMap            *self)
{
  choose_at (self, x, y);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            PzPartnersMap   *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  choose_at (self, x, y);
}

static void
focus_cb (PzPartnersMap *self)
{
  if (self->row == 0 && get_n (self) > 1)
    pz_partners_map_choose (self, 1, 0);
}

/* ---- drawing ---- */

static void
pz_partners_map_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  PzHeatMap map, least;

  lay_out (PZ_PARTNERS_MAP (widget), &map, 0);
  lay_out (PZ_PARTNERS_MAP (widget), &least, 1);
  *minimum = (int) ceil (orientation == GTK_ORIENTATION_HORIZONTAL ? least.width : map.height);
  *natural = (int) ceil (orientation == GTK_ORIENTATION_HORIZONTAL ? map.width : map.height);
}

static PzSparkColor
get_color (GtkWidget *widget)
{
  GdkRGBA rgba;

  pz_widget_get_text_color (widget, &rgba);
  return (PzSparkColor) { rgba.red, rgba.green, rgba.blue, rgba.alpha };
}

static void
pz_partners_map_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  PzPartnersMap *self = PZ_PARTNERS_MAP (widget);
  PzHeatPicture picture = { pz_partners_facts_get_partners (self->facts)->times,
                            pz_partners_facts_get_short_names (self->facts), self->row, self->column };
  PzHeatColors colors;
  PzHeatMap map;
  cairo_t *cr;

  lay_out (self, &map, gtk_widget_get_width (widget));
  for (guint i = 0; i < PZ_HEAT_STEPS; i++)
    colors.steps[i] = get_color (self->colors[COLOR_STEP + i]);
  colors.low = get_color (self->colors[COLOR_LOW]);
  colors.high = get_color (self->colors[COLOR_HIGH]);
  colors.dim = get_color (self->colors[COLOR_DIM]);
  colors.mark = get_color (self->colors[COLOR_MARK]);
  colors.text = get_color (widget);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) ceil (map.width), (float) ceil (map.height)));
  pz_heat_map_draw (&map, cr, gtk_widget_get_pango_context (widget), &picture, &colors);
  cairo_destroy (cr);
}

static void
pz_partners_map_dispose (GObject *object)
{
  PzPartnersMap *self = PZ_PARTNERS_MAP (object);

  g_clear_object (&self->facts);
  for (guint i = 0; i < N_COLORS; i++)
    g_clear_pointer (&self->colors[i], gtk_widget_unparent);
  G_OBJECT_CLASS (pz_partners_map_parent_class)->dispose (object);
}

static void
pz_partners_map_finalize (GObject *object)
{
  g_free (PZ_PARTNERS_MAP (object)->label);
  G_OBJECT_CLASS (pz_partners_map_parent_class)->finalize (object);
}

static void
pz_partners_map_class_init (PzPartnersMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_partners_map_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_partners_map_finalize;
  widget_class->measure = pz_partners_map_measure;
  widget_class->snapshot = pz_partners_map_snapshot;
  gtk_widget_class_set_css_name (widget_class, "partnersmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  /**
   * PzPartnersMap::chosen:
   *
   * Another pair is chosen.
   */
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
pz_partners_map_init (PzPartnersMap *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  self->label = g_strdup ("");
  for (guint i = 0; i < N_COLORS; i++)
    {
      self->colors[i] = g_object_new (GTK_TYPE_SEPARATOR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (self->colors[i], color_classes[i]);
      gtk_widget_set_parent (self->colors[i], GTK_WIDGET (self));
      gtk_widget_set_child_visible (self->colors[i], FALSE);
    }
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * pz_partners_map_new:
 * @facts: of at most %PZ_PARTNERS_MOST learners
 *
 * Returns: (transfer floating): the picture; it follows the facts
 */
GtkWidget *
pz_partners_map_new (PzPartnersFacts *facts)
{
  PzPartnersMap *self;

  g_return_val_if_fail (PZ_IS_PARTNERS_FACTS (facts), NULL);

  self = g_object_new (PZ_TYPE_PARTNERS_MAP, NULL);
  self->facts = g_object_ref (facts);
  g_signal_connect_object (facts, "changed", G_CALLBACK (facts_changed_cb), self, G_CONNECT_SWAPPED);
  update_label (self);
  return GTK_WIDGET (self);
}

/**
 * pz_partners_map_get_cell:
 * @self: the map
 * @cell: (out caller-allocates): where the chosen pair is, px in the map
 *
 * Returns: whether a pair is chosen
 */
gboolean
pz_partners_map_get_cell (PzPartnersMap   *self,
                          graphene_rect_t *cell)
{
  PzHeatMap map;
  PzHeatBox box;

  g_return_val_if_fail (PZ_IS_PARTNERS_MAP (self) && cell != NULL, FALSE);

  if (self->row == 0)
    return FALSE;
  lay_out (self, &map, gtk_widget_get_width (GTK_WIDGET (self)));
  pz_heat_map_get_cell (&map, self->row, self->column, &box);
  graphene_rect_init (cell, (float) box.x, (float) box.y, (float) box.width, (float) box.height);
  return TRUE;
}

/**
 * pz_partners_map_get_label:
 * @self: the map
 *
 * Returns: (transfer none): what is said of the chosen pair; "" when none is
 */
const char *
pz_partners_map_get_label (PzPartnersMap *self)
{
  g_return_val_if_fail (PZ_IS_PARTNERS_MAP (self), NULL);
  return self->label;
}

/**
 * pz_partners_map_get_pair:
 * @self: the picture
 * @a: (out): number of a learner
 * @b: (out): number of the other one
 *
 * Returns: whether a pair is chosen; else nothing is set
 */
gboolean
pz_partners_map_get_pair (PzPartnersMap *self,
                          guint         *a,
                          guint         *b)
{
  g_return_val_if_fail (PZ_IS_PARTNERS_MAP (self) && a != NULL && b != NULL, FALSE);

  if (self->row == 0)
    return FALSE;
  *a = self->column;
  *b = self->row;
  return TRUE;
}
